import type { ReadinessFacts, RolesInRealm } from "../../access/readiness/client-readiness.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";

/** The roles of a client's service account, as far as its rows tell. */
export type RolesOfClient = Pick<ReadinessFacts, "adminRoles" | "areRolesKnown">;

const rolesIn = ({ administers, held }: AccountRow): RolesInRealm => ({
  administers,
  names: new Set(held.map(({ name }) => name)),
});

/**
 * The roles of a client's service account.
 *
 * @param rows the rows of the client, one for each realm that it administers
 * @param isOn whether the client can sign in as a service account: a leftover account can't
 */
export function rolesOfRows(rows: readonly AccountRow[], isOn: boolean): RolesOfClient {
  if (!isOn) return { adminRoles: [], areRolesKnown: true };
  return {
    adminRoles: rows.map(rolesIn),
    areRolesKnown:
      rows.length > 0 &&
      rows.every(({ arePowersRead, state }) => arePowersRead && state !== "noUser"),
  };
}
