import type { ExportedGroup } from "./realm-export.ts";

/** A role of an export: of a client, or of the realm. */
export interface ExportedRole {
  /** The client ID; undefined for a role of the realm. */
  readonly client: string | undefined;
  readonly name: string;
}

/** A text that is the same for the same role only. */
export function exportedRoleKey({ client, name }: ExportedRole): string {
  return JSON.stringify([client ?? null, name]);
}

/** The roles that are assigned to a user or a group. */
export function assignedRoles({
  realmRoles,
  clientRoles,
}: Pick<ExportedGroup, "realmRoles" | "clientRoles">): readonly ExportedRole[] {
  return [
    ...realmRoles.map((name) => ({ client: undefined, name })),
    ...Object.entries(clientRoles).flatMap(([client, names]) =>
      names.map((name) => ({ client, name })),
    ),
  ];
}
