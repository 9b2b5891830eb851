import { CopyButton } from "./CopyButton.tsx";
import { TextArea, TextInput } from "./patternfly/form.ts";
import { InputGroup, InputGroupItem } from "./patternfly/input-group.ts";
import { pf } from "./patternfly-classes.ts";

interface CopyFieldProps {
  readonly name: string;
  readonly text: string;
  readonly testId: string;
  /** Called after it was copied. */
  readonly onCopied?: (() => void) | undefined;
}

/**
 * A text to be copied, on one line or on several. PatternFly's own component for it has no styles on
 * the page with the clients, and can't copy on pages that came over plain http.
 */
export function CopyField({ name, text, testId, onCopied }: CopyFieldProps) {
  const lines = text.trimEnd().split("\n").length;
  const shared = { "aria-label": name, readOnlyVariant: "default", "data-testid": testId } as const;
  return (
    // In a narrow window, the button of a long text stands below it.
    <InputGroup style={lines === 1 ? undefined : { flexWrap: "wrap" }}>
      <InputGroupItem isFill style={lines === 1 ? undefined : { flexBasis: "15rem" }}>
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
      <InputGroupItem className={lines === 1 ? "" : pf("u-align-self-flex-start")}>
        {/* Another text has not been copied yet. */}
        <CopyButton
          key={text}
          name={name}
          text={async () => text}
          testId={testId}
          onCopied={onCopied}
        />
      </InputGroupItem>
    </InputGroup>
  );
}

/** More lines than these are scrolled. */
const mostLines = 8;

const monospace = "var(--pf-v5-global--FontFamily--monospace)";
