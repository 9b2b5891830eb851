/**
 * Exports a realm without its ordinary users.
 *
 * @param realmUrl the address of the realm in the Admin API
 * @returns undefined where the realm is gone
 * @see [Partial export](https://www.keycloak.org/docs/latest/server_admin/#exporting-a-realm)
 */
export async function exportRealm<Export>(
  realmUrl: string,
  token: string,
): Promise<Export | undefined> {
  const url = `${realmUrl}/partial-export?exportClients=true&exportGroupsAndRoles=true`;
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(url, { method: "POST", headers });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`POST ${url} was answered ${response.status}.`);
  return response.json();
}
