import { Button } from "@patternfly/react-core/dist/esm/components/Button/Button";
import { InputGroup } from "@patternfly/react-core/dist/esm/components/InputGroup/InputGroup";
import { InputGroupItem } from "@patternfly/react-core/dist/esm/components/InputGroup/InputGroupItem";
import { TextArea } from "@patternfly/react-core/dist/esm/components/TextArea/TextArea";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput/TextInput";
import { useRef, useState } from "react";
import { useTranslate } from "./use-translate.ts";

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
  const t = useTranslate();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  const lines = text.trimEnd().split("\n").length;
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      // Over plain http there is no clipboard; what is selected can be copied all the same.
      setIsCopied(field.current?.ownerDocument.execCommand("copy") ?? false);
    }
  };
  const shared = { "aria-label": name, readOnlyVariant: "default", "data-testid": testId } as const;
  return (
    <InputGroup>
      <InputGroupItem isFill>
        {lines === 1 ? (
          <TextInput {...shared} ref={field} value={text} />
        ) : (
          <TextArea
            {...shared}
            ref={field}
            value={text}
            rows={Math.min(lines, mostLines)}
            resizeOrientation="vertical"
            spellCheck={false}
            style={{ fontFamily: monospace, whiteSpace: "pre" }}
          />
        )}
      </InputGroupItem>
      <InputGroupItem>
        <Button
          variant="control"
          aria-label={t(isCopied ? "copy.done" : "copy.name", { name })}
          onClick={() => void copy()}
          data-testid={`${testId}-copy`}
        >
          {t(isCopied ? "check.copied" : "check.copy")}
        </Button>
        <span className="pf-v5-u-screen-reader" role="status">
          {isCopied ? t("copy.done", { name }) : ""}
        </span>
      </InputGroupItem>
    </InputGroup>
  );
}

/** More lines than these are scrolled. */
const mostLines = 8;

const monospace = "var(--pf-v5-global--FontFamily--monospace)";
