import type { AdminEvent } from "./admin-event.ts";

/** A role that an event names. */
export interface EventRole {
  readonly id: string;
  readonly name: string;
}

function roleOf(item: unknown): EventRole | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const { id, name } = Object.fromEntries(Object.entries(item));
  return typeof id === "string" && typeof name === "string" ? { id, name } : undefined;
}

/**
 * The roles that an event of a role mapping or a scope mapping names.
 *
 * @returns undefined where the realm keeps no details, or they are no list of roles
 */
export function rolesOfEvent({ representation }: AdminEvent): readonly EventRole[] | undefined {
  if (representation === undefined) return undefined;
  try {
    const items: unknown = JSON.parse(representation);
    if (!Array.isArray(items)) return undefined;
    const roles = items.map(roleOf).filter((role) => role !== undefined);
    return roles.length === items.length ? roles : undefined;
  } catch {
    return undefined;
  }
}
