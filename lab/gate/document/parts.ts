/** Roles that something holds or is given. */
export interface Given {
  readonly realm: readonly string[];
  /** Names of roles by the client ID of their client. */
  readonly client: ReadonlyMap<string, readonly string[]>;
}

/** A group, and those below it. */
export interface GroupPart {
  readonly name: string;
  readonly given: Given;
  readonly below: readonly GroupPart[];
}

/** A user of a document; an account where it belongs to a client. */
export interface UserPart {
  readonly id: string;
  readonly username: string;
  readonly enabled: boolean;
  readonly clientId: string | undefined;
  readonly given: Given;
  readonly groups: readonly string[];
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/** Fields of a representation, spelled the same in all versions. */
export type Fields = Readonly<Record<string, unknown>>;

/** The parts of a document, before it is decided how they are spelled. */
export interface Parts {
  readonly clients: { readonly clientId: string; readonly fields: Fields }[];
  /** Realm roles by name, with what they include. */
  readonly realmRoles: Map<string, Given>;
  /** Roles of clients by client ID and name, with what they include. */
  readonly clientRoles: Map<string, Map<string, Given>>;
  readonly groups: GroupPart[];
  readonly users: UserPart[];
  readonly clientScopes: Fields[];
  readonly clientTemplates: Fields[];
  readonly policies: Fields[];
  /** Groups of an organization, each with a member. */
  readonly organizationGroups: {
    readonly id: string;
    readonly given: Given;
    readonly member: string;
  }[];
  readonly scopeMappings: { readonly client: string; readonly roles: readonly string[] }[];
}

/** Nothing. */
export const nothing: Given = { realm: [], client: new Map() };

/** Client ID of the client that has the admin roles. */
export const management = "realm-management";

/** Admin roles. */
export const adminPower = (...roles: readonly string[]): Given => ({
  realm: [],
  client: new Map([[management, roles]]),
});

/** Adds a role of a client. */
export function addClientRole(
  { clientRoles }: Parts,
  clientId: string,
  name: string,
  held: Given,
): void {
  const roles = clientRoles.get(clientId) ?? new Map<string, Given>();
  clientRoles.set(clientId, roles.set(name, held));
}
