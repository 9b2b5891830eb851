import type { FaultsRealm } from "./faults-realm.ts";

interface NamedRole {
  readonly id: string;
  readonly name: string;
}

/** Roles in the scope of a client or of a client scope. */
interface ScopeMapping {
  readonly client?: string;
  readonly roles: readonly string[];
}

/** What a realm's export says of clients, their service accounts and roles, in the server's words. */
export interface RealmExport {
  readonly clients: readonly (Readonly<Record<string, unknown>> & {
    readonly clientId: string;
    readonly defaultClientScopes?: readonly string[];
    readonly optionalClientScopes?: readonly string[];
  })[];
  readonly clientScopes: readonly { readonly name: string }[];
  readonly roles: {
    readonly realm: readonly NamedRole[];
    readonly client: Readonly<Record<string, readonly NamedRole[]>>;
  };
  readonly scopeMappings?: readonly ScopeMapping[];
  readonly clientScopeMappings?: Readonly<Record<string, readonly ScopeMapping[]>>;
  /** Service accounts only. */
  readonly users?: readonly {
    readonly serviceAccountClientId: string;
    readonly realmRoles?: readonly string[];
    readonly clientRoles?: Readonly<Record<string, readonly string[]>>;
  }[];
}

/**
 * Exports a realm without its ordinary users.
 *
 * @returns undefined where the realm is gone
 * @see [Partial export](https://www.keycloak.org/docs/latest/server_admin/#exporting-a-realm)
 */
export async function readRealmExport(scene: FaultsRealm): Promise<RealmExport | undefined> {
  const query = "exportClients=true&exportGroupsAndRoles=true";
  const token = await scene.tokens.accessToken();
  const url = `${scene.server.apiUrl}${scene.realmPath}/partial-export?${query}`;
  const response = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
  });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`The realm's export was answered ${response.status}.`);
  return response.json();
}
