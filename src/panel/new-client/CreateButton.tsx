import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface CreateButtonProps {
  readonly onClick: () => void;
  /** Why the administrator can't create a client; undefined where they can, or where that isn't known. */
  readonly why: string | undefined;
  readonly testId: string;
  readonly variant?: "primary" | "secondary";
}

/** Opens the dialog that creates a client; where the server would refuse that, the button says why. */
export function CreateButton({ onClick, why, testId, variant = "primary" }: CreateButtonProps) {
  const t = useTranslate();
  const isRefused = why !== undefined;
  return (
    <>
      <Button
        variant={variant}
        isAriaDisabled={isRefused}
        onClick={onClick}
        {...(isRefused ? { "aria-describedby": `${testId}-why` } : {})}
        data-testid={testId}
      >
        {t("accounts.newClient")}
      </Button>
      {isRefused ? (
        <div
          id={`${testId}-why`}
          className={pf("u-color-200 u-font-size-sm u-mt-xs")}
          data-testid={`${testId}-why`}
        >
          {why}
        </div>
      ) : null}
    </>
  );
}
