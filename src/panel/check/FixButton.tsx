import { useState } from "react";
import type { Denial } from "../../access/check/denial.ts";
import type { Risk } from "../../access/model/risk.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { RiskLabel } from "../parts/RiskLabel.tsx";
import { nameFix } from "./describe-denial.ts";

interface FixButtonProps {
  readonly denial: Denial;
  /** What the account's roles allow once it is fixed; undefined where that isn't known. */
  readonly heldRisk: Risk | undefined;
  /** Whether another change runs. */
  readonly isBusy: boolean;
  readonly isRunning: boolean;
  readonly onFix: () => void;
  readonly testId: string;
}

/**
 * What comes back once the cause of denied calls is fixed, and the button that fixes it. Critical access doesn't come
 * back with one click: it asks first.
 */
export function FixButton(props: FixButtonProps) {
  const { denial, heldRisk, isBusy, isRunning, onFix, testId } = props;
  const t = useTranslate();
  const [isAsked, setIsAsked] = useState(false);
  const isCritical = heldRisk?.level === "critical";
  const name = nameFix(t, denial);
  return (
    <>
      {heldRisk === undefined ? null : (
        <p className={pf("u-mt-sm")}>
          {t("denied.onceFixed")} <RiskLabel risk={heldRisk} />
        </p>
      )}
      {denial.fix === undefined ? null : isCritical && !isAsked ? (
        <Button
          className={pf("u-mt-sm")}
          variant="secondary"
          size="sm"
          isAriaDisabled={isBusy}
          onClick={() => setIsAsked(true)}
          data-testid={`${testId}-ask`}
        >
          {`${name}…`}
        </Button>
      ) : (
        <div className={pf("u-mt-sm")} role={isCritical ? "alert" : undefined}>
          {isCritical ? <p className={pf("u-mb-sm")}>{t("denied.fixCritical")}</p> : null}
          <Button
            variant={isCritical ? "danger" : "primary"}
            size="sm"
            isLoading={isRunning}
            // Else it is wider than a narrow window.
            style={{ whiteSpace: "normal" }}
            isAriaDisabled={isBusy}
            onClick={onFix}
            data-testid={testId}
          >
            {name}
          </Button>{" "}
          {isCritical ? (
            <Button variant="link" size="sm" onClick={() => setIsAsked(false)}>
              {t("confirm.cancel")}
            </Button>
          ) : null}
        </div>
      )}
    </>
  );
}
