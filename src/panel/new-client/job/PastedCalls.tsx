import { useMemo, useState } from "react";
import type { CallTemplate } from "../../../catalog/calls/call-template.ts";
import type { Knowledge } from "../../context/load-knowledge.ts";
import { PastedText } from "../../parts/pasted/PastedText.tsx";
import { pf } from "../../parts/patternfly-classes.ts";
import { WithKnowledge } from "../../parts/WithKnowledge.tsx";
import type { ChoiceProps } from "./choice.ts";
import { PastedAnswer } from "./PastedAnswer.tsx";

/** Finds presets by the calls that the program makes, as the search of the tab does. */
export function PastedCalls(props: ChoiceProps) {
  const [text, setText] = useState("");
  return (
    <>
      <PastedText
        id="new-client-calls"
        text={text}
        onText={(next) => {
          setText(next);
          // What was chosen was for other calls.
          props.onChoose([]);
        }}
      />
      <div className={pf("u-mt-md")} aria-live="polite">
        {text.trim() === "" ? null : (
          <WithKnowledge>
            {(knowledge) => (
              <Answered
                {...props}
                text={text}
                knowledge={knowledge}
                onAsk={({ method, path }) => setText(`${method} ${path}`)}
              />
            )}
          </WithKnowledge>
        )}
      </div>
    </>
  );
}

interface AnsweredProps extends ChoiceProps {
  readonly text: string;
  readonly knowledge: Knowledge;
  readonly onAsk: (call: CallTemplate) => void;
}

function Answered({ text, knowledge, ...choice }: AnsweredProps) {
  const { snapshot } = choice;
  const answer = useMemo(() => knowledge.answer(text, snapshot), [knowledge, text, snapshot]);
  return <PastedAnswer {...choice} answer={answer} knowledge={knowledge} />;
}
