import { Suspense, useRef, useState } from "react";
import type { Risk } from "../../access/model/risk.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { lazily } from "../parts/lazily.ts";
import { RiskLabel } from "../parts/RiskLabel.tsx";

const RiskPopover = lazily(() => import("./dialogs.ts").then((module) => module.RiskPopover));

interface RiskCellProps {
  readonly row: AccountRow;
  readonly risk: Risk;
}

/** The worst that an account can do; a click tells why. */
export function RiskCell({ row, risk }: RiskCellProps) {
  const label = useRef<HTMLSpanElement>(null);
  const [isExplained, setIsExplained] = useState(false);
  return (
    <span ref={label}>
      <RiskLabel risk={risk} onClick={() => setIsExplained(!isExplained)} />
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
