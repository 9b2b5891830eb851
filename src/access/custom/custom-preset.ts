/** A role of a custom preset: of a client, or of the realm if no client is named. */
export interface CustomRole {
  /** A client ID. `realm-management` stands for the client with the admin roles of the realm, in `master` too. */
  readonly client?: string | undefined;
  readonly role: string;
}

/** The roles that a custom preset had in an earlier revision. */
export interface FormerRevision {
  readonly revision: number;
  readonly roles: readonly CustomRole[];
}

/** A preset that an operator made for one realm. It is a document and carries no power. */
export interface CustomPreset {
  /** Permanent, and unique in its realm. */
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly roles: readonly CustomRole[];
  /** Rises with each change of the roles, from 1. */
  readonly revision: number;
  /** The newest first. */
  readonly formerly: readonly FormerRevision[];
}

/** Tells roles of custom presets apart. A client ID may contain any character, so the key is JSON. */
export function customRoleKey({ client, role }: CustomRole): string {
  return JSON.stringify(client === undefined ? [role] : [client, role]);
}
