import { Suspense, useRef, useState } from "react";
import type { Risk } from "../../access/model/risk.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { canSignIn } from "../../access/survey/account-state.ts";
import { useTranslate } from "../context/use-translate.ts";
import { lazily } from "../parts/lazily.ts";
import { nameConsequences } from "../parts/name-consequences.ts";
import { RiskBadge } from "../parts/RiskLabel.tsx";
import { TwoLines } from "./TwoLines.tsx";

const RiskPopover = lazily(() =>
  import("../service-accounts/dialogs.ts").then((module) => module.RiskPopover),
);

interface RiskCellProps {
  readonly row: AccountRow;
  readonly risk: Risk;
}

/** The worst that an account can do, beside its level, since a label cuts off what is long; a click tells why. */
export function RiskCell({ row, risk }: RiskCellProps) {
  const t = useTranslate();
  const label = useRef<HTMLDivElement>(null);
  const [isExplained, setIsExplained] = useState(false);
  const now =
    canSignIn(row.state) === false
      ? [t("accounts.onceOn")]
      : row.carried === "none" || row.carried === "some"
        ? [t(`accounts.inTokens.${row.carried}`)]
        : [];
  const text = [...now, nameConsequences(t, risk)].join(" · ");
  return (
    <>
      <TwoLines ref={label} title={text} data-testid="presetRisk">
        <RiskBadge
          risk={risk}
          isCompact
          variant="outline"
          onClick={() => setIsExplained(!isExplained)}
        />{" "}
        {text}
      </TwoLines>
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
    </>
  );
}
