import type { AccountRow } from "./account-rows.ts";
import type { AccountFinding } from "./findings.ts";

/** What can be done about a finding where it stands. */
export type Remedy =
  /** All admin access of these accounts is replaced with presets, or removed. */
  | { readonly kind: "replace" | "remove"; readonly rows: readonly AccountRow[] }
  /** What these accounts hold of an earlier revision of a preset of their realm is brought up to date. */
  | { readonly kind: "update"; readonly rows: readonly AccountRow[] }
  /** Full scope of their clients is turned off. */
  | { readonly kind: "fullScope"; readonly rows: readonly AccountRow[] }
  /** A page of one account: where its client's secret is renewed, its roles come from, or its presets stand. */
  | { readonly kind: "credentials" | "userRoles" | "client"; readonly row: AccountRow }
  /** The page with the default roles of a realm. */
  | { readonly kind: "defaultRoles"; readonly realm: string };

/**
 * The one thing to do about a finding. Whose client isn't known can't be changed from the list; pages are led to where
 * a finding is about one account.
 *
 * @param rows all rows, those that the finding is about among them
 * @returns undefined where it is only to be looked at
 */
export function remedyOf(
  { id, rows: keys }: Pick<AccountFinding, "id" | "rows">,
  rows: readonly AccountRow[],
): Remedy | undefined {
  const about = rows.filter(({ key }) => keys.has(key));
  const changeable = about.filter(({ client }) => client !== undefined);
  const [row, other] = about;
  if (row === undefined) return undefined;
  const only = other === undefined ? row : undefined;
  switch (id) {
    case "realmAdmin":
    case "takesOver":
    case "readsSecrets":
    case "erasesTrail":
    case "wide":
      return changeable.length === 0 ? undefined : { kind: "replace", rows: changeable };
    case "leftover":
    case "clientDisabled":
    case "userDisabled":
    case "unused":
      return changeable.length === 0 ? undefined : { kind: "remove", rows: changeable };
    case "givenToAll":
      return { kind: "defaultRoles", realm: row.realm };
    case "oldSecret":
      return only?.client === undefined ? undefined : { kind: "credentials", row: only };
    case "indirect":
    case "unlinked":
      return only === undefined || only.userId === ""
        ? undefined
        : { kind: "userRoles", row: only };
    case "unready": {
      const withFullScope = changeable.filter(({ client }) => client?.fullScopeAllowed);
      return withFullScope.length === 0 ? undefined : { kind: "fullScope", rows: withFullScope };
    }
    case "outdated": {
      const ofRealm = changeable.filter(isOutdatedOfRealm);
      return ofRealm.length > 0 ? { kind: "update", rows: ofRealm } : pageOf(only);
    }
    case "notEnded":
    case "noWrites":
    case "reviewOverdue":
      return pageOf(only);
  }
}

/** The page of the only account that a finding is about. */
function pageOf(row: AccountRow | undefined): Remedy | undefined {
  return row?.client === undefined ? undefined : { kind: "client", row };
}

/** Whether an account got an earlier revision of a preset of its realm. Roles alone would fit many presets. */
export function isOutdatedOfRealm({ outdated }: Pick<AccountRow, "outdated">): boolean {
  return outdated.some(({ custom }) => custom !== undefined);
}
