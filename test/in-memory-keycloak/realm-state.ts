/** A role of a realm or of a client. Compared by identity: a role made again is another role. */
export interface RoleState {
  readonly id: string;
  name: string;
  readonly description?: string;
  readonly isClientRole: boolean;
  /** The UUID of the client, or of the realm. */
  readonly containerId: string;
  readonly composites: Set<RoleState>;
}

/** A client scope, and the roles that it brings into the scope of a client that has it. */
export interface ClientScopeState {
  readonly id: string;
  readonly name: string;
  readonly protocol: string;
  readonly scopeMappings: Set<RoleState>;
}

/** The settings of a client that the Admin API reads and writes here. */
export interface ClientSettings {
  clientId: string;
  name?: string;
  description?: string;
  enabled: boolean;
  protocol: string;
  clientAuthenticatorType: string;
  publicClient: boolean;
  bearerOnly: boolean;
  serviceAccountsEnabled: boolean;
  /** Left out where it is off, as the server does. */
  authorizationServicesEnabled?: boolean;
  standardFlowEnabled: boolean;
  implicitFlowEnabled: boolean;
  directAccessGrantsEnabled: boolean;
  fullScopeAllowed: boolean;
  frontchannelLogout: boolean;
  redirectUris: readonly string[];
  webOrigins: readonly string[];
  secret?: string;
  attributes: Readonly<Record<string, string>>;
}

export interface ClientState {
  readonly id: string;
  settings: ClientSettings;
  readonly roles: Set<RoleState>;
  readonly scopeMappings: Set<RoleState>;
  readonly defaultScopes: Set<ClientScopeState>;
  readonly optionalScopes: Set<ClientScopeState>;
}

export interface GroupState {
  readonly id: string;
  readonly name: string;
  readonly parent: GroupState | undefined;
  readonly roles: Set<RoleState>;
}

export interface UserState {
  readonly id: string;
  username: string;
  enabled: boolean;
  /** When it was made, in milliseconds since 1970. */
  createdTimestamp: number;
  /** Set on the service-account user of that client. */
  readonly serviceAccountOf: ClientState | undefined;
  readonly roles: Set<RoleState>;
  readonly groups: Set<GroupState>;
}

/** Settings of a realm that the Admin API reads here. */
export interface RealmSettings {
  enabled: boolean;
  /** In seconds since 1970. */
  notBefore: number;
  sslRequired: "all" | "external" | "none";
  accessTokenLifespan: number;
  ssoSessionMaxLifespan: number;
  eventsEnabled: boolean;
  /** None stands for all of them. */
  enabledEventTypes: readonly string[];
  /** In seconds; 0 for ever. */
  eventsExpiration: number;
  adminEventsEnabled: boolean;
  /** Whether events say what was sent. */
  adminEventsDetailsEnabled: boolean;
  adminPermissionsEnabled: boolean;
  /** Left out where none is chosen, as the server does. */
  adminTheme?: string;
}

/** A policy or a permission of an authorization server; of permissions only what depends on what is kept. */
export interface PolicyState {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Lists of what it names, each as JSON in a text. */
  readonly config: Readonly<Record<string, string>>;
  /** Ids of policies that it depends on. */
  readonly dependsOn: readonly string[];
}

/** A workflow, and the users that it is scheduled for. */
export interface WorkflowState {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly { readonly uses: string; readonly roles: readonly string[] }[];
  /** Moments in milliseconds since 1970, by the id of the user. */
  readonly scheduled: Map<string, number>;
}

/** Something that happened at the login. */
export interface EventState {
  readonly type: string;
  readonly clientId: string;
  readonly userId?: string;
  /** In milliseconds since 1970. */
  readonly time: number;
}

/** A write through the Admin API. */
export interface AdminEventState {
  /** In milliseconds since 1970. */
  readonly time: number;
  readonly operationType: string;
  readonly resourceType: string;
  readonly resourcePath: string;
  readonly representation?: string;
  readonly authDetails: {
    readonly realmId: string;
    readonly clientId: string;
    readonly userId: string;
    readonly ipAddress: string;
  };
}

export interface RealmState {
  readonly id: string;
  readonly name: string;
  readonly roles: Set<RoleState>;
  /** The composite realm role that every new user gets. */
  readonly defaultRole: RoleState;
  /** The client that carries the realm's admin roles. */
  readonly adminClient: ClientState;
  readonly clients: Map<string, ClientState>;
  readonly clientScopes: Map<string, ClientScopeState>;
  readonly users: Map<string, UserState>;
  readonly groups: Map<string, GroupState>;
  readonly settings: RealmSettings;
  /** Those of the client that carries fine-grained permissions. */
  readonly policies: PolicyState[];
  readonly events: EventState[];
  readonly workflows: Map<string, WorkflowState>;
  readonly adminEvents: AdminEventState[];
}

/** Every role of a realm, those of its clients too. */
export function allRoles(realm: RealmState): readonly RoleState[] {
  return [...realm.roles, ...[...realm.clients.values()].flatMap(({ roles }) => [...roles])];
}
