import type { ExportedRoles } from "./realm-export.ts";

/** A role of an export: of a client, or of the realm. */
export interface ExportedRole {
  /** The client ID; undefined for a role of the realm. */
  readonly client: string | undefined;
  readonly name: string;
}

/** A text that is unique for each role. */
export function exportedRoleKey({ client, name }: ExportedRole): string {
  return JSON.stringify([client ?? null, name]);
}

/** The roles that are assigned to a user or a group, or included in a composite role. */
export function assignedRoles({ realmRoles, clientRoles }: ExportedRoles): readonly ExportedRole[] {
  return [
    ...realmRoles.map((name) => ({ client: undefined, name })),
    ...[...clientRoles].flatMap(([client, names]) => names.map((name) => ({ client, name }))),
  ];
}
