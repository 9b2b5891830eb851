import type { Answer } from "../../access/question/answer-question.ts";
import type { TypedCall } from "../../access/question/parse-calls.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CallName } from "../parts/CallList.tsx";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { type Ask, AskList } from "./AskList.tsx";

interface UnansweredCallsProps {
  readonly answer: Answer;
  readonly knowledge: Knowledge;
  readonly onAsk: Ask;
}

const writeTyped = ({ method = "", path }: TypedCall) => `${method} ${path}`.trim();

/** The parts of a text that have no answer: calls that the server lacks or that were not measured, and parts of paths. */
export function UnansweredCalls({ answer, knowledge, onAsk }: UnansweredCallsProps) {
  const t = useTranslate();
  const { version } = knowledge.matrix;
  return (
    <>
      {answer.foreign.map(({ address, reason }) => (
        <Note key={address} title={t(`answer.foreign.${reason}`, { address })} />
      ))}
      {answer.unknown.map(({ typed, nearest }) => (
        <div key={writeTyped(typed)} className={pf("u-mb-sm")}>
          <Note isWarning title={t("answer.noSuchCall", { call: writeTyped(typed), version })} />
          {nearest.length === 0 ? null : t("answer.nearest")}
          <AskList calls={nearest} {...{ knowledge, onAsk }} />
        </div>
      ))}
      {answer.parts.map(({ typed, calls }) => (
        <div key={writeTyped(typed)} className={pf("u-mb-sm")}>
          <p>{t("answer.part", { call: writeTyped(typed) })}</p>
          <AskList calls={calls.map(({ call }) => call)} {...{ knowledge, onAsk }} />
        </div>
      ))}
      {answer.notMeasured.map((call) => (
        <div
          key={`${call.method} ${call.path}`}
          className={pf("u-mb-sm")}
          data-testid="notMeasured"
        >
          <CallName call={call} knowledge={knowledge} />
          <Note title={t("answer.notMeasured", { version, reason: call.reason })} />
        </div>
      ))}
    </>
  );
}

function Note({ title, isWarning = false }: { title: string; isWarning?: boolean }) {
  const variant = isWarning ? "warning" : "info";
  return <Alert component="p" variant={variant} isInline isPlain title={title} />;
}
