import { Suspense, useRef, useState } from "react";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { useTranslate } from "../context/use-translate.ts";
import { lazily } from "../parts/lazily.ts";
import { Label } from "../parts/patternfly/label.ts";

const StatePopover = lazily(() =>
  import("../service-accounts/dialogs.ts").then((module) => module.StatePopover),
);

/** Whether an account can get a token; where it can't, or that isn't known, a click tells why. */
export function StateCell({ row }: { readonly row: Pick<AccountRow, "clientId" | "state"> }) {
  const t = useTranslate();
  const label = useRef<HTMLSpanElement>(null);
  const [isExplained, setIsExplained] = useState(false);
  const { state } = row;
  if (state === undefined) return t("accounts.lastSignIn.unknown");
  if (state === "active") return t("accounts.enabled");
  return (
    <span ref={label}>
      <Label
        isCompact
        color={state === "noUser" ? "grey" : "orange"}
        onClick={() => setIsExplained(!isExplained)}
        data-testid="accountState"
      >
        {t(`accounts.state.${state}`)}
      </Label>
      {isExplained ? (
        <Suspense>
          <StatePopover
            title={row.clientId}
            state={state}
            triggerRef={label}
            onClose={() => setIsExplained(false)}
          />
        </Suspense>
      ) : null}
    </span>
  );
}
