import type { CustomRole } from "../../access/custom/custom-preset.ts";

/** A role in one line. */
export function roleLabel({ client, role }: CustomRole): string {
  return client === undefined ? `realm role ${role}` : `${client}: ${role}`;
}
