import { useState } from "react";
import { useTranslate } from "../context/use-translate.ts";
import { CopyButton } from "../parts/CopyButton.tsx";
import { Button } from "../parts/patternfly/button.ts";
import { EyeIcon, EyeSlashIcon } from "../parts/patternfly/eye-icons.ts";
import { TextInput } from "../parts/patternfly/form.ts";
import { InputGroup, InputGroupItem } from "../parts/patternfly/input-group.ts";
import type { SecretHandle } from "./use-secret.ts";

const mask = "•".repeat(16);

interface SecretFieldProps {
  readonly secret: SecretHandle;
  readonly testId: string;
}

/** The client's secret, hidden as the console's own, which is asked for only when it is to be shown or copied. */
export function SecretField({ secret, testId }: SecretFieldProps) {
  const t = useTranslate();
  const [isShown, setIsShown] = useState(false);
  const name = t("connect.secret");
  const toggle = async () => {
    if (isVisible) setIsShown(false);
    else setIsShown((await secret.read()) !== undefined);
  };
  const isVisible = isShown && secret.value !== undefined;
  return (
    <InputGroup>
      <InputGroupItem isFill>
        <TextInput
          aria-label={isVisible ? name : t("connect.secret.hidden")}
          readOnlyVariant="default"
          value={isVisible ? secret.value : mask}
          data-testid={testId}
        />
      </InputGroupItem>
      <InputGroupItem>
        <Button
          variant="control"
          isLoading={secret.isReading}
          aria-label={t(isVisible ? "connect.secret.hide" : "connect.secret.show")}
          onClick={() => void toggle()}
          data-testid="showSecret"
        >
          {isVisible ? <EyeSlashIcon /> : <EyeIcon />}
        </Button>
      </InputGroupItem>
      <InputGroupItem>
        <CopyButton name={name} text={secret.read} testId={testId} />
      </InputGroupItem>
    </InputGroup>
  );
}
