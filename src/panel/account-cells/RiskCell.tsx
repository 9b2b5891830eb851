import { Suspense, useRef, useState } from "react";
import type { Risk } from "../../access/model/risk.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { canSignIn } from "../../access/survey/account-state.ts";
import { useTranslate } from "../context/use-translate.ts";
import { lazily } from "../parts/lazily.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { RiskLabel } from "../parts/RiskLabel.tsx";

const RiskPopover = lazily(() =>
  import("../service-accounts/dialogs.ts").then((module) => module.RiskPopover),
);

interface RiskCellProps {
  readonly row: AccountRow;
  readonly risk: Risk;
}

/** The worst that an account can do; a click tells why. */
export function RiskCell({ row, risk }: RiskCellProps) {
  const t = useTranslate();
  const label = useRef<HTMLSpanElement>(null);
  const [isExplained, setIsExplained] = useState(false);
  return (
    <span ref={label}>
      <RiskLabel risk={risk} onClick={() => setIsExplained(!isExplained)} />
      {canSignIn(row.state) === false ? (
        <span className={pf("u-color-200")}> {t("accounts.onceOn")}</span>
      ) : row.carried === "none" || row.carried === "some" ? (
        <span className={pf("u-color-200")}> {t(`accounts.inTokens.${row.carried}`)}</span>
      ) : null}
      {isExplained ? (
        <Suspense>
          <RiskPopover
            row={row}
            risk={risk}
            triggerRef={label}
            onClose={() => setIsExplained(false)}
          />
        </Suspense>
      ) : null}
    </span>
  );
}
