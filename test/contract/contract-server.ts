/** A server that contract cases are held against: a real Keycloak, or the one in memory. */
export interface ContractServer {
  /** Makes a realm of the case's own: `await using realm = await server.makeRealm()`. */
  readonly makeRealm: () => Promise<ContractRealm>;
}

/** What came back for a request. */
export interface Answer {
  readonly status: number;
  /** The JSON of the body; `undefined` where it was empty. */
  readonly body: unknown;
}

/** Sends a request of the Admin API; the path is the one below the realm, such as `/clients`. */
export type Send = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** A role as requests name it. */
export interface RoleName {
  readonly id: string;
  readonly name: string;
}

/** Settings of a new client. */
export interface NewClient {
  readonly clientId: string;
  readonly protocol?: string;
  readonly enabled?: boolean;
  readonly publicClient?: boolean;
  readonly bearerOnly?: boolean;
  readonly serviceAccountsEnabled?: boolean;
  readonly fullScopeAllowed?: boolean;
  readonly defaultClientScopes?: readonly string[];
}

/** Somebody with some of the realm's admin roles. */
export interface ContractAdministrator {
  readonly userId: string;
  readonly send: Send;
  /** Sends to a path that is not below the realm, such as `/admin/realms`. */
  readonly sendOutside: Send;
}

/** A realm to arrange things in, apart from the calls that a case is about. */
export interface ContractRealm extends AsyncDisposable {
  readonly name: string;
  readonly adminClientUuid: string;
  /** Sends as an administrator of the whole server. */
  readonly send: Send;
  /** Sends with a token that nobody has. */
  readonly sendUnknown: Send;
  readonly makeClient: (client: NewClient) => Promise<string>;
  readonly deleteClient: (clientUuid: string) => Promise<void>;
  readonly makeAdministrator: (adminRoles: readonly string[]) => Promise<ContractAdministrator>;
  readonly enableUser: (userId: string, isEnabled: boolean) => Promise<void>;
  readonly deleteUser: (userId: string) => Promise<void>;
  readonly makeRealmRole: (name: string) => Promise<RoleName>;
  readonly makeClientRole: (clientUuid: string, name: string) => Promise<RoleName>;
  readonly addComposites: (role: RoleName, included: readonly RoleName[]) => Promise<void>;
  readonly renameRole: (role: RoleName, name: string) => Promise<void>;
  readonly deleteRole: (role: RoleName) => Promise<void>;
  /** Makes a group that holds roles of a client; inside another, where a parent is named. */
  readonly makeGroup: (
    clientUuid: string,
    roles: readonly RoleName[],
    parentId?: string,
  ) => Promise<string>;
  readonly joinGroup: (userId: string, groupId: string) => Promise<void>;
  /** Makes a client scope that brings roles of a client into a client's scope. */
  readonly makeClientScope: (
    name: string,
    clientUuid: string,
    roles: readonly RoleName[],
  ) => Promise<string>;
  /** Deletes the realm before the case ends. */
  readonly delete: () => Promise<void>;
}
