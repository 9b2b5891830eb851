import { useTranslate } from "../../context/use-translate.ts";
import { Form, FormGroup, FormHelperText, TextArea } from "../patternfly/form.ts";

interface PastedTextProps {
  readonly id: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** A field for calls that a program makes, in whatever form they come. */
export function PastedText({ id, text, onText }: PastedTextProps) {
  const t = useTranslate();
  return (
    <Form onSubmit={(event) => event.preventDefault()}>
      <FormGroup label={t("pasted.label")} fieldId={id}>
        <TextArea
          id={id}
          value={text}
          rows={5}
          autoFocus
          resizeOrientation="vertical"
          spellCheck={false}
          aria-describedby={`${id}-about`}
          onChange={(_, next) => onText(next)}
          data-testid="pastedCalls"
        />
        <FormHelperText id={`${id}-about`}>{t("pasted.about")}</FormHelperText>
      </FormGroup>
    </Form>
  );
}
