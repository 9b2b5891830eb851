import { type Answer, callsToRecommendFor } from "../../../access/question/answer-question.ts";
import { recommendPresets } from "../../../access/question/recommend-presets.ts";
import type { Requirement } from "../../../access/question/requirement.ts";
import type { CallTemplate } from "../../../catalog/calls/call-template.ts";
import type { Preset } from "../../../catalog/presets/presets.ts";
import { nameOf } from "../../../texts/preset-texts.ts";
import type { Knowledge } from "../../context/load-knowledge.ts";
import { joinAlternatives, joinNames, useTranslate } from "../../context/use-translate.ts";
import { CallName } from "../../parts/CallList.tsx";
import { RecognizedCalls } from "../../parts/pasted/RecognizedCalls.tsx";
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
  if (answer === undefined) return <p>{t("pasted.nothing")}</p>;
  const { together } = answer;
  return (
    <div data-testid="pastedAnswer">
      <RecognizedCalls {...{ answer, knowledge, onAsk }} />
      {together === undefined ? null : (
        <Sufficient {...props} answer={answer} requirement={together} />
      )}
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
          ? t("pasted.noRole")
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
