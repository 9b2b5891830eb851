import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { Remedy } from "../../access/survey/remedy-of.ts";
import type { BulkAction } from "../bulk/bulk-goal.ts";
import { type PanelContext, usePanelContext } from "../context/panel-context.ts";
import { realmSettingsAddress } from "../context/realm-settings-address.ts";
import { useTranslate } from "../context/use-translate.ts";
import { userRolesAddress } from "../context/user-roles-address.ts";
import { Button } from "../parts/patternfly/button.ts";

/** Opens the change of several accounts, or of their clients' scope. */
export type OpenBulk = (rows: readonly AccountRow[], action: BulkAction | "fullScope") => void;

const actions = {
  replace: "exact",
  remove: "removeAll",
  update: "update",
  fullScope: "fullScope",
} as const;

interface RemedyActionProps {
  readonly remedy: Remedy;
  /** The id of the text that says what it is about. */
  readonly describedBy: string;
  readonly onBulk: OpenBulk;
}

type Page = Exclude<Remedy, { readonly rows: unknown }>;

function addressFor(page: Page, addressOf: PanelContext["addressOf"]): string {
  if (page.kind === "defaultRoles") {
    const { realm } = page;
    const address = addressOf({ realm, clientUuid: "" });
    return realmSettingsAddress(address, realm, "user-registration");
  }
  const { realm, client, userId } = page.row;
  const place = { realm, clientUuid: client?.clientUuid ?? "" };
  if (page.kind === "userRoles") return userRolesAddress(addressOf(place), { realm, userId });
  return addressOf(page.kind === "credentials" ? { ...place, tab: "credentials" } : place);
}

/** Begins what is to be done about a finding, or leads to the page where that is done. */
export function RemedyAction({ remedy, describedBy, onBulk }: RemedyActionProps) {
  const t = useTranslate();
  const { addressOf } = usePanelContext();
  if ("rows" in remedy) {
    const { kind, rows } = remedy;
    return (
      <Button
        variant="link"
        isInline
        aria-describedby={describedBy}
        onClick={() => onBulk(rows, actions[kind])}
        data-testid="remedy"
      >
        {t(`finding.remedy.${kind}`)}
      </Button>
    );
  }
  return (
    <a href={addressFor(remedy, addressOf)} aria-describedby={describedBy} data-testid="remedy">
      {t(`finding.remedy.${remedy.kind}`)}
    </a>
  );
}
