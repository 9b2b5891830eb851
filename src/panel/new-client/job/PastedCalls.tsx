import { useMemo, useState } from "react";
import type { CallTemplate } from "../../../catalog/calls/call-template.ts";
import type { Knowledge } from "../../context/load-knowledge.ts";
import { useTranslate } from "../../context/use-translate.ts";
import { Form, FormGroup, FormHelperText, TextArea } from "../../parts/patternfly/form.ts";
import { pf } from "../../parts/patternfly-classes.ts";
import { WithKnowledge } from "../../parts/WithKnowledge.tsx";
import type { ChoiceProps } from "./choice.ts";
import { PastedAnswer } from "./PastedAnswer.tsx";

/** Finds presets by the calls that the program makes, as the search of the tab does. */
export function PastedCalls(props: ChoiceProps) {
  const t = useTranslate();
  const [text, setText] = useState("");
  return (
    <>
      <Form onSubmit={(event) => event.preventDefault()}>
        <FormGroup label={t("newClient.paste.label")} fieldId="new-client-calls">
          <TextArea
            id="new-client-calls"
            value={text}
            rows={5}
            autoFocus
            resizeOrientation="vertical"
            spellCheck={false}
            aria-describedby="new-client-calls-about"
            onChange={(_, next) => {
              setText(next);
              // What was chosen was for other calls.
              props.onChoose([]);
            }}
            data-testid="pastedCalls"
          />
          <FormHelperText id="new-client-calls-about">{t("newClient.paste.about")}</FormHelperText>
        </FormGroup>
      </Form>
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
