import { exportRealm } from "../e2e/realm/export-realm.ts";
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
 * Exports the realm of a case.
 *
 * @returns undefined where the realm is gone
 */
export async function readRealmExport(scene: FaultsRealm): Promise<RealmExport | undefined> {
  const { server, realmPath, tokens } = scene;
  return exportRealm<RealmExport>(`${server.apiUrl}${realmPath}`, await tokens.accessToken());
}
