import type { Answer } from "../../../access/question/answer-question.ts";
import { type CallTemplate, callKey } from "../../../catalog/calls/call-template.ts";
import type { Knowledge } from "../../context/load-knowledge.ts";
import { useTranslate } from "../../context/use-translate.ts";
import { CallList, CallName } from "../CallList.tsx";
import { Alert } from "../patternfly/alert.ts";
import { Button } from "../patternfly/button.ts";
import { plainList } from "../patternfly/list-style.ts";
import { pf } from "../patternfly-classes.ts";

interface RecognizedCallsProps {
  readonly answer: Answer;
  readonly knowledge: Knowledge;
  /** Asks for a call instead. */
  readonly onAsk: (call: CallTemplate) => void;
}

/** Which calls a pasted text names, and what of it is about no call that was measured. */
export function RecognizedCalls({ answer, knowledge, onAsk }: RecognizedCallsProps) {
  const t = useTranslate();
  const { calls, notMeasured, unknown, parts, foreign, isNamed, more } = answer;
  const { version } = knowledge.matrix;
  const near = [
    ...unknown.flatMap(({ nearest }) => nearest),
    ...parts.flatMap((it) => it.calls.map(({ call }) => call)),
  ];
  return (
    <>
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
          <p>{t("pasted.found", { count: calls.length })}</p>
          <CallList calls={calls.map(({ call }) => call)} knowledge={knowledge} />
          {more === 0 ? null : <p>{t("answer.cut")}</p>}
        </div>
      ) : null}
    </>
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
}: Pick<RecognizedCallsProps, "knowledge" | "onAsk"> & {
  readonly calls: readonly CallTemplate[];
}) {
  const t = useTranslate();
  return (
    <div className={pf("u-mb-md")}>
      <p>{t("pasted.maybe")}</p>
      <ul style={plainList}>
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
