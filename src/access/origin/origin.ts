import type { AdminEvent } from "../model/admin-event.ts";
import { type EventRole, rolesOfEvent } from "../model/roles-of-event.ts";

/** The types of the events that tell how an account came to its roles. */
export const originTypes = [
  "CLIENT_ROLE_MAPPING",
  "REALM_ROLE_MAPPING",
  "GROUP_MEMBERSHIP",
] as const;

/** When something was given to an account that has it now, and by whom. */
export type Origin =
  /** By the event that gave it after it was last taken away. */
  | { readonly kind: "recorded"; readonly event: AdminEvent }
  /** Events that don't say which roles they are about leave it open. */
  | { readonly kind: "noDetails" }
  /** No event of it is kept: it was imported, or it is older than the events. */
  | { readonly kind: "notRecorded" };

/** What an event says about one thing. */
type Said = "given" | "taken" | "maybeGiven" | "maybeTaken" | undefined;

/** Decides from what events say in their order, the oldest first. */
function decide(said: readonly (readonly [Said, AdminEvent])[]): Origin {
  const lastTaken = said.findLastIndex(([it]) => it === "taken");
  let isOpen = false;
  let first: AdminEvent | undefined;
  for (const [it, event] of said.slice(lastTaken + 1)) {
    if (it === "given") first ??= event;
    // What was given already isn't given by another event.
    if (it === "maybeTaken" || (it === "maybeGiven" && first === undefined)) isOpen = true;
  }
  if (isOpen) return { kind: "noDetails" };
  return first === undefined ? { kind: "notRecorded" } : { kind: "recorded", event: first };
}

/** The events that were carried out, the oldest first. */
const inOrder = (events: readonly AdminEvent[]) =>
  [...events].filter(({ error }) => error === undefined).sort((a, b) => a.time - b.time);

/**
 * When a role was assigned to an account that has it now, and by whom.
 *
 * @param events in any order
 * @param container the UUID of the client that the role belongs to, or `realm`; undefined for any
 */
export function originOfRole(
  events: readonly AdminEvent[],
  userId: string,
  container: string | undefined,
  isRole: (role: EventRole) => boolean,
): Origin {
  const begin = `users/${userId}/role-mappings/`;
  const paths = [`${begin}clients/${container}`, `${begin}${container}`];
  const isAbout = ({ resourcePath }: AdminEvent) =>
    container === undefined ? resourcePath.startsWith(begin) : paths.includes(resourcePath);
  const says = (event: AdminEvent): Said => {
    const isGiven = event.operation === "CREATE";
    const roles = rolesOfEvent(event);
    if (roles === undefined) return isGiven ? "maybeGiven" : "maybeTaken";
    if (!roles.some(isRole)) return undefined;
    return isGiven ? "given" : "taken";
  };
  return decide(
    inOrder(events)
      .filter(isAbout)
      .map((event) => [says(event), event] as const),
  );
}

/** The group that an event of a membership names: by its id, and by its path where details are kept. */
function groupOf({ resourcePath, representation = "{}" }: AdminEvent) {
  const id = resourcePath.split("/").at(-1) ?? "";
  try {
    const group: unknown = JSON.parse(representation);
    const isGroup = typeof group === "object" && group !== null && "path" in group;
    return { id, path: isGroup && typeof group.path === "string" ? group.path : undefined };
  } catch {
    return { id, path: undefined };
  }
}

/**
 * When an account that is in a group joined it, and who added it.
 *
 * @param events in any order
 * @param group its id, or its path where that is all that is known
 */
export function originOfMembership(
  events: readonly AdminEvent[],
  userId: string,
  group: { readonly id: string } | { readonly path: string },
): Origin {
  const says = (event: AdminEvent): Said => {
    const isGiven = event.operation === "CREATE";
    const named = groupOf(event);
    if ("path" in group && named.path === undefined) return isGiven ? "maybeGiven" : "maybeTaken";
    const isSame = "id" in group ? named.id === group.id : named.path === group.path;
    if (!isSame) return undefined;
    return isGiven ? "given" : "taken";
  };
  return decide(
    inOrder(events)
      .filter(({ resourcePath }) => resourcePath.startsWith(`users/${userId}/groups/`))
      .map((event) => [says(event), event] as const),
  );
}
