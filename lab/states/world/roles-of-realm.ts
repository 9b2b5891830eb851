import type RealmRepresentation from "@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js";
import type RoleRepresentation from "@keycloak/keycloak-admin-client/lib/defs/roleRepresentation.js";
import type { AdminApi } from "../../../test/e2e/realm/admin-api.ts";
import { factors, rolesOfPower, type State } from "../state/factors.ts";
import { managementClient, namesOf } from "./client-of-state.ts";

/** An admin role with what it includes. */
export interface StockRole {
  readonly name: string;
  readonly includes: readonly string[];
}

interface Answer {
  readonly id: string;
  readonly name: string;
  readonly composite: boolean;
}

/** Reads the admin roles that Keycloak ships with, beside realm-admin, from those of `master`. */
export async function readStockRoles(api: AdminApi): Promise<readonly StockRole[]> {
  const master = "/admin/realms/master";
  const [client] = await api.get<{ id: string }[]>(`${master}/clients?clientId=master-realm`);
  const roles = await api.get<Answer[]>(`${master}/clients/${client?.id}/roles`);
  return Promise.all(
    roles.map(async ({ id, name, composite }) => {
      const parts = composite
        ? await api.get<Answer[]>(`${master}/roles-by-id/${id}/composites`)
        : [];
      return { name, includes: parts.map((part) => part.name) };
    }),
  );
}

const adminRole = (name: string, includes: readonly string[]): RoleRepresentation => ({
  name,
  ...(includes.length === 0
    ? {}
    : { composite: true, composites: { client: { [managementClient]: [...includes] } } }),
});

/** The default role that a realm of this name gets. */
export const defaultRoleOf = (realm: string) => `default-roles-${realm.toLowerCase()}`;

/**
 * The roles that a realm is imported with: the composite roles of the powers, and where the realm's roles aren't
 * as they ship, all admin roles or the default role. Only an import can make these: nobody may add an admin role
 * to a role by the Admin API.
 */
export function rolesOfRealm(
  realm: string,
  roles: State["roles"],
  stock: readonly StockRole[],
): Pick<RealmRepresentation, "roles" | "defaultRole"> & { readonly ownsManagement: boolean } {
  const composites = factors.power.map((power) =>
    adminRole(namesOf(power).composite, rolesOfPower[power]),
  );
  if (roles === "defaultRoleGives") {
    const name = defaultRoleOf(realm);
    return {
      ownsManagement: false,
      roles: { realm: [...composites, adminRole(name, ["view-events"])] },
      defaultRole: { name },
    };
  }
  if (roles === "stock") return { ownsManagement: false, roles: { realm: composites } };
  const isThin = roles === "thinRealmAdmin";
  const whole = isThin ? ["query-users", "view-events"] : stock.map(({ name }) => name);
  const admin = stock.map(({ name, includes }) => {
    const more = !isThin && name === "view-users" ? ["manage-clients"] : [];
    return adminRole(name, [...includes, ...more]);
  });
  return {
    ownsManagement: true,
    roles: {
      realm: composites,
      client: { [managementClient]: [...admin, adminRole("realm-admin", whole)] },
    },
  };
}
