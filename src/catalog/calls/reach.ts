import type { ServerFeature } from "../server/server-features.ts";
import type { CallTemplate } from "./call-template.ts";
import { type Family, familyOf } from "./families.ts";

/**
 * What a call lets its caller do, the least first: read; read secrets, such as client secrets, keys and example
 * tokens; change; or escalate, which is to end with more access than was given.
 */
export const reaches = ["reads", "readsSecrets", "changes", "canEscalate"] as const;

/** One of them. */
export type Reach = (typeof reaches)[number];

/** Calls whose reach their method doesn't tell. */
export interface ReachRule {
  readonly reach: Reach;
  /** "METHOD path" with nameless parameters; several methods as "POST|PUT", and `**` for whatever follows. */
  readonly calls: readonly string[];
  /** Escalation tests that did their harm by one of these calls. */
  readonly tried?: readonly string[];
  /** The feature of a server that ends it; there the call only reads. */
  readonly endedBy?: ServerFeature;
}

/** The families that the reach of a service account is told by, in the order in which they are shown. */
export const reachFamilies = [
  "users",
  "groups",
  "roles",
  "clients",
  "identityProviders",
  "realm",
  "events",
  "sessions",
  "organizations",
  "authentication",
] as const satisfies readonly Family[];

/** One of them. */
export type ReachFamily = (typeof reachFamilies)[number];

/**
 * The smaller families, by the one that they are told with. What is left out says nothing about access to a
 * realm: what anybody with an admin role gets (the console's texts, facts about the server), and the console's
 * own calls, which give what the others give.
 */
const toldWith: ReadonlyMap<Family, ReachFamily> = new Map<Family, ReachFamily>([
  ["clientScopes", "clients"],
  ["authorization", "clients"],
  ["components", "realm"],
  ["workflows", "realm"],
  ["sharedSignals", "realm"],
  ["server", "realm"],
]);

/** The family that a call's reach is told by; undefined where it is left out. */
export function reachFamilyOf({ path }: CallTemplate): ReachFamily | undefined {
  if (path === "/admin/serverinfo") return undefined;
  const family = familyOf(path);
  return reachFamilies.find((it) => it === family) ?? toldWith.get(family);
}
