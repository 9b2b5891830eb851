import { type ReactNode, Suspense, useState } from "react";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { type Answer, callsToRecommendFor } from "../../access/question/answer-question.ts";
import type { FoundPresets } from "../../access/question/found-presets.ts";
import type { Sufficient } from "../../access/question/recommend-presets.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { useTranslate } from "../context/use-translate.ts";
import { lazily } from "../parts/lazily.ts";
import { MeasuredOn } from "../parts/MeasuredOn.tsx";
import { Button } from "../parts/patternfly/button.ts";
import { Title } from "../parts/patternfly/text.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { AnsweredCalls } from "../question/AnsweredCalls.tsx";
import { type Ask, AskList } from "../question/AskList.tsx";
import { othersShown } from "../question/search-presets.ts";
import { UnansweredCalls } from "../question/UnansweredCalls.tsx";

const CallHolders = lazily(() => import("./dialogs.ts").then((module) => module.CallHolders));

/** Draws rows of presets; with a note for each, they are one line high. */
export type DrawRows = (
  name: string,
  states: readonly PresetState[],
  noteOf?: (state: PresetState) => string,
) => ReactNode;

interface SearchAnswerProps {
  readonly answer: Answer | undefined;
  readonly found: FoundPresets;
  readonly states: readonly PresetState[];
  readonly knowledge: Knowledge;
  /** The realm whose admin roles are looked at. */
  readonly administeredRealm: string;
  readonly drawRows: DrawRows;
  readonly onAsk: Ask;
}

/** What the search field answers: one recommendation, what else is enough, and the calls that it is about. */
export function SearchAnswer(props: SearchAnswerProps) {
  const { answer, found, states, knowledge, administeredRealm, drawRows, onAsk } = props;
  const t = useTranslate();
  const [isAllShown, setIsAllShown] = useState(false);
  const { recommendation, isForCalls } = found;
  const calls = callsToRecommendFor(answer);
  const isNamed = answer?.isNamed === true;
  const statesOf = ({ presets }: Sufficient) =>
    presets.flatMap((preset) => states.find((state) => state.preset === preset) ?? []);
  const { best, pair, others = [] } = recommendation ?? {};
  const alone = others.filter(({ presets }) => presets.length === 1);
  const shown = isAllShown ? alone : alone.slice(0, othersShown);
  const noteOf = (state: PresetState) => {
    const other = alone.find(({ presets: [preset] }) => preset === state.preset);
    if (other === undefined) return "";
    const allows = t("answer.allows", { count: other.allowed });
    if (other.coversPair || pair === undefined) return allows;
    return t("answer.without", { call: `${pair.call.method} ${pair.call.path}`, allows });
  };
  const name = t(isForCalls ? "answer.alsoSufficient" : "answer.alsoMatching");
  return (
    <section className={pf("u-mb-md")} aria-labelledby="search-answer" data-testid="callAnswers">
      <Title headingLevel="h2" size="md" id="search-answer" className={pf("u-mb-sm")}>
        {t(best === undefined ? "answer.title" : "answer.recommended")}
      </Title>
      {isForCalls && answer !== undefined ? (
        <AnsweredCalls
          answer={isNamed ? answer : { ...answer, calls: answer.calls.slice(0, 1) }}
          {...{ pair, knowledge, onAsk }}
        />
      ) : null}
      {answer === undefined ? null : <UnansweredCalls {...{ answer, knowledge, onAsk }} />}
      {best === undefined ? null : (
        <div className={pf("u-mt-sm")} data-testid="recommended">
          {best.presets.length < 2 ? null : (
            <p className={pf("u-mb-xs")}>
              {t("answer.togetherSet", { count: best.presets.length })}
            </p>
          )}
          {drawRows(t("answer.recommended"), statesOf(best))}
        </div>
      )}
      {shown.length === 0 ? null : (
        <div className={pf("u-mt-sm")} data-testid="alsoSufficient">
          <Title headingLevel="h3" size="md" className={pf("u-mb-sm")}>
            {name}
          </Title>
          {drawRows(name, shown.flatMap(statesOf), noteOf)}
          {shown.length === alone.length ? null : (
            <Button
              variant="link"
              isInline
              onClick={() => setIsAllShown(true)}
              data-testid="moreSufficient"
            >
              {t("answer.morePresets", { count: alone.length - shown.length })}
            </Button>
          )}
        </div>
      )}
      {isNamed || answer === undefined ? null : (
        <div className={pf("u-mt-md")} data-testid="matchingCalls">
          <Title headingLevel="h3" size="md">
            {t("answer.titleFound")}
          </Title>
          <AskList calls={answer.calls.map(({ call }) => call)} {...{ knowledge, onAsk }} />
          {answer.more === 0 ? null : <p>{t("answer.more", { count: answer.more })}</p>}
        </div>
      )}
      {isNamed && calls.length > 0 ? (
        <Suspense>
          <CallHolders
            key={calls.map(({ method, path }) => `${method} ${path}`).join("\n")}
            {...{ calls, knowledge, administeredRealm }}
          />
        </Suspense>
      ) : null}
      {calls.length === 0 ? null : (
        <p className={pf("u-color-200 u-font-size-sm u-mt-sm")}>
          <MeasuredOn knowledge={knowledge} />
        </p>
      )}
    </section>
  );
}
