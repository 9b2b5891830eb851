import { useState } from "react";
import { useTranslate } from "../context/use-translate.ts";
import { CopyButton } from "../parts/CopyButton.tsx";
import { Button } from "../parts/patternfly/button.ts";
import { TextInput } from "../parts/patternfly/form.ts";
import { InputGroup, InputGroupItem } from "../parts/patternfly/input-group.ts";
import type { SecretHandle } from "./use-secret.ts";

const mask = "•".repeat(16);

/** The client's secret, which is asked for only when it is to be shown or copied. */
export function SecretField({ secret }: { readonly secret: SecretHandle }) {
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
          data-testid="connectSecret"
        />
      </InputGroupItem>
      <InputGroupItem>
        <Button
          variant="control"
          isLoading={secret.isReading}
          onClick={() => void toggle()}
          data-testid="showSecret"
        >
          {t(isVisible ? "connect.secret.hide" : "connect.secret.show")}
        </Button>
      </InputGroupItem>
      <InputGroupItem>
        <CopyButton name={name} text={secret.read} testId="connectSecret" />
      </InputGroupItem>
    </InputGroup>
  );
}
