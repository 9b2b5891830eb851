import type { Lab } from "../lab.ts";

interface NamedRole {
  readonly id: string;
  readonly name: string;
  readonly composite: boolean;
}

/** All admin roles of the realm, sorted, and the composite ones with all that they include. */
export async function adminRolesOf(
  lab: Lab,
): Promise<{ roles: readonly string[]; includes: ReadonlyMap<string, readonly string[]> }> {
  const [management] = await lab.read<{ id: string }[]>("/clients?clientId=realm-management");
  const roles = await lab.read<NamedRole[]>(`/clients/${management?.id}/roles`);
  // The server gives them in any order.
  roles.sort((a, b) => (a.name < b.name ? -1 : 1));
  const includes = new Map<string, readonly string[]>();
  for (const role of roles.filter(({ composite }) => composite)) {
    const included = await lab.read<NamedRole[]>(`/roles-by-id/${role.id}/composites`);
    includes.set(role.name, included.map(({ name }) => name).sort());
  }
  // Keycloak's own composite roles don't go deeper than realm-admin over view-users and its like.
  return { roles: roles.map(({ name }) => name), includes };
}
