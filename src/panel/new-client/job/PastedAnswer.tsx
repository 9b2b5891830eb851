import { type Answer, callsToRecommendFor } from "../../../access/question/answer-question.ts";
import { recommendPresets } from "../../../access/question/recommend-presets.ts";
import type { Requirement } from "../../../access/question/requirement.ts";
import { type CallTemplate, callKey } from "../../../catalog/calls/call-template.ts";
import type { Preset } from "../../../catalog/presets/presets.ts";
import { nameOf } from "../../../texts/preset-texts.ts";
import type { Knowledge } from "../../context/load-knowledge.ts";
import { joinAlternatives, joinNames, useTranslate } from "../../context/use-translate.ts";
import { CallList, CallName } from "../../parts/CallList.tsx";
import { Alert } from "../../parts/patternfly/alert.ts";
import { Button } from "../../parts/patternfly/button.ts";
import { Title } from "../../parts/patternfly/text.ts";
import { pf } from "../../parts/patternfly-classes.ts";
import { ChoiceCard } from "./ChoiceCard.tsx";
import { type ChoiceProps, isChoice, refusedOf } from "./choice.ts";
import { cardGrid } from "./JobCards.tsx";

interface PastedAnswerProps extends ChoiceProps {
  /** Undefined where the text is about no call. */
  readonly answer: Answer | undefined;
  readonly knowledge: Knowledge;
  /** Asks for a call instead. */
  readonly onAsk: (call: CallTemplate) => void;
}

/** Which calls a text names, and which presets are enough for all of them: one is recommended. */
export function PastedAnswer(props: PastedAnswerProps) {
  const { answer, knowledge, onAsk } = props;
  const t = useTranslate();
  if (answer === undefined) return <p>{t("newClient.paste.nothing")}</p>;
  const { calls, notMeasured, unknown, parts, foreign, together, isNamed, more } = answer;
  const { version } = knowledge.matrix;
  const near = [
    ...unknown.flatMap(({ nearest }) => nearest),
    ...parts.flatMap((it) => it.calls.map(({ call }) => call)),
  ];
  return (
    <div data-testid="pastedAnswer">
      {foreign.map(({ address, reason }) => (
        <Note key={address} title={t(`answer.foreign.${reason}`, { address })} />
      ))}
      {unknown.map(({ typed: { method = "", path } }) => (
        <Note
          key={`${method} ${path}`}
          isWarning
          title={t("answer.noSuchCall", { call: `${method} ${path}`.trim(), version })}
        />
      ))}
      {notMeasured.map((call) => (
        <Note
          key={callKey(call)}
          isWarning
          title={`${callKey(call)}: ${t("answer.notMeasured", { version, reason: call.reason })}`}
        />
      ))}
      {near.length > 0 ? <Candidates calls={near} {...{ knowledge, onAsk }} /> : null}
      {isNamed ? null : (
        <Candidates calls={calls.map(({ call }) => call)} {...{ knowledge, onAsk }} />
      )}
      {isNamed && calls.length > 0 ? (
        <div className={pf("u-mb-md")}>
          <p>{t("newClient.paste.found", { count: calls.length })}</p>
          <CallList calls={calls.map(({ call }) => call)} knowledge={knowledge} />
          {more === 0 ? null : <p>{t("answer.cut")}</p>}
        </div>
      ) : null}
      {together === undefined ? null : (
        <Sufficient {...props} answer={answer} requirement={together} />
      )}
    </div>
  );
}

function Note({
  title,
  isWarning = false,
}: {
  readonly title: string;
  readonly isWarning?: boolean;
}) {
  return (
    <Alert
      component="p"
      variant={isWarning ? "warning" : "info"}
      isInline
      isPlain
      title={title}
      className={pf("u-mb-sm")}
    />
  );
}

function Candidates({
  calls,
  knowledge,
  onAsk,
}: Pick<PastedAnswerProps, "knowledge" | "onAsk"> & { readonly calls: readonly CallTemplate[] }) {
  const t = useTranslate();
  return (
    <div className={pf("u-mb-md")}>
      <p>{t("newClient.paste.maybe")}</p>
      <ul className={pf("c-list pf-m-plain")}>
        {calls.map((call) => (
          <li key={callKey(call)}>
            <Button variant="link" isInline onClick={() => onAsk(call)}>
              <CallName call={call} knowledge={knowledge} />
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SufficientProps extends PastedAnswerProps {
  readonly answer: Answer;
  readonly requirement: Requirement;
}

/** The presets that do least harm, and what else would do; where none is enough, the roles. */
function Sufficient({
  answer,
  requirement,
  knowledge,
  presets,
  snapshot,
  chosen,
  onChoose,
}: SufficientProps) {
  const t = useTranslate();
  const { matrix } = knowledge;
  const recommendation = recommendPresets(callsToRecommendFor(answer), { matrix, presets });
  if (recommendation === undefined) {
    const roles = requirement.roleSets.map((set) => joinNames(set));
    return (
      <p data-testid="pastedRoles">
        {roles.length === 0
          ? t("newClient.paste.noRole")
          : t("newClient.paste.roles", { roles: joinAlternatives(roles) })}
      </p>
    );
  }
  const { best, pair, others } = recommendation;
  const card = (set: readonly Preset[], allowed: number) => {
    const name = joinNames(set.map((preset) => nameOf(t, preset)));
    return (
      <ChoiceCard
        key={name}
        group="new-client-pasted"
        id={set.map(({ id }) => id).join("-")}
        title={name}
        about={t("newClient.paste.allows", { count: allowed })}
        presets={set}
        isChosen={isChoice(set, chosen)}
        refused={refusedOf(set, snapshot)}
        onChoose={() => onChoose(set)}
      />
    );
  };
  return (
    <div role="radiogroup" aria-label={t("newClient.step1")}>
      <Title headingLevel="h2" size="md" className={pf("u-mb-sm")}>
        {t("newClient.paste.recommended")}
      </Title>
      <div style={cardGrid} data-testid="recommended">
        {card(best.presets, best.allowed)}
      </div>
      {pair === undefined ? null : (
        <p className={pf("u-mt-sm")} data-testid="pastedPair">
          <CallName call={pair.call} knowledge={knowledge} /> {t(`answer.pair.${pair.why}`)}
        </p>
      )}
      {others.length === 0 ? null : (
        <>
          <Title headingLevel="h2" size="md" className={pf("u-mt-md u-mb-sm")}>
            {t("newClient.paste.also")}
          </Title>
          <div style={cardGrid} data-testid="alsoSufficient">
            {others.map(({ presets: set, allowed }) => card(set, allowed))}
          </div>
        </>
      )}
    </div>
  );
}
