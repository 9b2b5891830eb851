import { InputGroup } from "@patternfly/react-core/dist/esm/components/InputGroup/InputGroup";
import { InputGroupItem } from "@patternfly/react-core/dist/esm/components/InputGroup/InputGroupItem";
import { TextArea } from "@patternfly/react-core/dist/esm/components/TextArea/TextArea";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput/TextInput";
import { CopyButton } from "./CopyButton.tsx";

interface CopyFieldProps {
  readonly name: string;
  readonly text: string;
  readonly testId: string;
}

/**
 * A text to be copied, on one line or on several. PatternFly's own component for it has no styles on
 * the page with the clients, and can't copy on pages that came over plain http.
 */
export function CopyField({ name, text, testId }: CopyFieldProps) {
  const lines = text.trimEnd().split("\n").length;
  const shared = { "aria-label": name, readOnlyVariant: "default", "data-testid": testId } as const;
  return (
    <InputGroup>
      <InputGroupItem isFill>
        {lines === 1 ? (
          <TextInput {...shared} value={text} />
        ) : (
          <TextArea
            {...shared}
            value={text}
            rows={Math.min(lines, mostLines)}
            resizeOrientation="vertical"
            spellCheck={false}
            style={{ fontFamily: monospace, whiteSpace: "pre" }}
          />
        )}
      </InputGroupItem>
      <InputGroupItem className={lines === 1 ? "" : "pf-v5-u-align-self-flex-start"}>
        {/* Another text has not been copied yet. */}
        <CopyButton key={text} name={name} text={async () => text} testId={testId} />
      </InputGroupItem>
    </InputGroup>
  );
}

/** More lines than these are scrolled. */
const mostLines = 8;

const monospace = "var(--pf-v5-global--FontFamily--monospace)";
