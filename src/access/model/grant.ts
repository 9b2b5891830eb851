import type { ContainerKey } from "../../catalog/presets/presets.ts";
import { isServiceAccountOn } from "./account.ts";
import { isInScope } from "./scope.ts";
import { type ClientScope, type Role, type RoleKey, roleKey, type Snapshot } from "./snapshot.ts";

/** Something that a client gets so that its calls are allowed. */
export type Grant =
  /** Client authentication and service accounts, which make the service-account user. */
  | {
      readonly place: "account";
      /** Whether the client was a public one before. */
      readonly wasPublic: boolean;
    }
  /** A role mapping of the service-account user. */
  | { readonly place: "mapping"; readonly role: Role }
  /** A scope mapping of the client, which lets a role into its tokens if full scope is off. */
  | { readonly place: "scope"; readonly role: Role }
  /** A client scope that is a default one of the client. */
  | {
      readonly place: "clientScope";
      readonly clientScope: ClientScope;
      /** Whether the client had it as an optional one before. */
      readonly wasOptional: boolean;
    };

/** A grant that is a setting of the client. */
export type Setting = Exclude<Grant, { readonly place: "mapping" }>;

/** A grant as one string, which is the same for a role that was deleted and created again. */
export type GrantKey =
  | "account"
  | `mapping:${RoleKey}`
  | `scope:${RoleKey}`
  | `clientScope:${string}`;

/** The grants to add and to remove. */
export interface Change {
  readonly add: readonly Grant[];
  readonly remove: readonly Grant[];
}

/** The grant that enables the client's service account. */
export function accountGrant({ client }: Pick<Snapshot, "client">): Setting {
  return { place: "account", wasPublic: client.publicClient };
}

/** The key of a grant. */
export function grantKey(grant: Grant): GrantKey {
  switch (grant.place) {
    case "account":
      return grant.place;
    case "clientScope":
      return `${grant.place}:${grant.clientScope.name}`;
    default:
      return `${grant.place}:${roleKey(grant.role)}`;
  }
}

/** The role container that a grant belongs to; undefined for a setting of the client. */
export function containerOf(grant: Grant): ContainerKey | undefined {
  return "role" in grant ? grant.role.container : undefined;
}

/** The name of the granted role or client scope; empty for the account itself. */
export function nameOfGrant(grant: Grant): string {
  if ("role" in grant) return grant.role.name;
  return grant.place === "clientScope" ? grant.clientScope.name : "";
}

/** Whether the client has it according to the snapshot. */
export function hasGrant(snapshot: Snapshot, grant: Grant): boolean {
  switch (grant.place) {
    case "account":
      return isServiceAccountOn(snapshot.client) && snapshot.account.kind !== "none";
    case "mapping":
      return snapshot.mapped.has(roleKey(grant.role));
    case "scope":
      return isInScope(snapshot, grant.role) === true;
    case "clientScope":
      return snapshot.client.defaultClientScopes.has(grant.clientScope.name);
  }
}

/**
 * The client's grants that match a grant to remove: the one with its name, and the role with its
 * id, which may have been renamed since.
 */
export function heldAs(snapshot: Snapshot, grant: Grant): readonly Grant[] {
  const renamed =
    "role" in grant
      ? [...snapshot.roles.values()]
          .filter(
            ({ id, container, name }) =>
              id === grant.role.id &&
              container === grant.role.container &&
              name !== grant.role.name,
          )
          .map((role) => ({ ...grant, role }))
      : [];
  return [grant, ...renamed].filter((it) => hasGrant(snapshot, it));
}

/** Whether a change would do anything. */
export function isEmptyChange({ add, remove }: Change): boolean {
  return add.length === 0 && remove.length === 0;
}
