import type { Answer, AnsweredCall } from "../../access/question/answer-question.ts";
import type { Pair } from "../../access/question/recommend-presets.ts";
import { conditionOf } from "../../catalog/calls/call-conditions.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CallName } from "../parts/CallList.tsx";
import { Fold } from "../parts/Fold.tsx";
import { pf } from "../parts/patternfly-classes.ts";
import { VerdictLabel } from "../parts/VerdictLabel.tsx";
import { useRealmSays } from "../permissions/realm-context.ts";
import { type Ask, AskButton, AskList } from "./AskList.tsx";
import { CallNeeds } from "./CallNeeds.tsx";

interface AnsweredCallsProps {
  readonly answer: Answer;
  /** What the recommendation covers beside the call that was asked for. */
  readonly pair: Pair | undefined;
  readonly knowledge: Knowledge;
  readonly onAsk: Ask;
}

/** More would push the recommendation off the screen. */
const shownAtOnce = 4;

/** The calls that were asked for: what comes of them now, and the roles that they need. */
export function AnsweredCalls({ answer, pair, knowledge, onAsk }: AnsweredCallsProps) {
  const t = useTranslate();
  const { calls, together, more } = answer;
  const rest = calls.slice(shownAtOnce);
  const line = (answered: AnsweredCall) => (
    <AnsweredLine
      key={`${answered.call.method} ${answered.call.path}`}
      {...{ answered, knowledge, onAsk }}
    />
  );
  return (
    <>
      {calls.slice(0, shownAtOnce).map(line)}
      {rest.length === 0 ? null : (
        <Fold text={t("answer.moreCalls", { count: rest.length })}>{() => rest.map(line)}</Fold>
      )}
      {pair === undefined ? null : (
        <p className={pf("u-mb-xs")} data-testid="usualPair">
          <AskButton call={pair.call} {...{ knowledge, onAsk }} />{" "}
          <span className={pf("u-color-200")}>{t(`answer.pair.${pair.why}`)}</span>
        </p>
      )}
      {together === undefined || calls.length < 2 ? null : (
        <p className={pf("u-mb-xs")}>
          {t("answer.together")} <CallNeeds requirement={together} {...{ knowledge, onAsk }} />
        </p>
      )}
      {more === 0 ? null : <p>{t("answer.cut")}</p>}
    </>
  );
}

interface AnsweredLineProps extends Pick<AnsweredCallsProps, "knowledge" | "onAsk"> {
  readonly answered: AnsweredCall;
}

function AnsweredLine({ answered, knowledge, onAsk }: AnsweredLineProps) {
  const t = useTranslate();
  const { call, verdict, alternatives } = answered;
  const { permissions, areTokensRefused } = useRealmSays();
  const condition = conditionOf(call);
  return (
    <div className={pf("u-mb-xs")} data-testid="callAnswer">
      <VerdictLabel
        verdict={verdict}
        areRolesAll={permissions?.kind === "off"}
        areTokensRefused={areTokensRefused}
      />{" "}
      <CallName call={call} knowledge={knowledge} />{" "}
      <CallNeeds requirement={answered} {...{ knowledge, onAsk }} />
      {condition === undefined ? null : <p className={pf("u-color-200")}>{condition}</p>}
      {alternatives.length === 0 ? null : (
        <div>
          {t("answer.alternatives")}
          <AskList calls={alternatives} {...{ knowledge, onAsk }} />
        </div>
      )}
    </div>
  );
}
