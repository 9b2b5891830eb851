import type { ServerFeature } from "../server/server-features.ts";
import type { CallTemplate } from "./call-template.ts";
import { type Family, familyOf } from "./families.ts";

/**
 * The reach of a call, lowest first: read; read secrets, such as client secrets, keys and example
 * tokens; change; or escalate, that is, gain more access than was granted.
 */
export const reaches = ["reads", "readsSecrets", "changes", "canEscalate"] as const;

/** One of them. */
export type Reach = (typeof reaches)[number];

/** Calls whose reach doesn't follow from their method. */
export interface ReachRule {
  readonly reach: Reach;
  /** "METHOD path" with nameless parameters; several methods as "POST|PUT", and `**` for whatever follows. */
  readonly calls: readonly string[];
  /** Escalation tests that succeeded with one of these calls. */
  readonly tried?: readonly string[];
  /** The server feature that ends it; with it, the call only reads. */
  readonly endedBy?: ServerFeature;
}

/** The families of a service account's reach, in display order. */
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
 * The smaller families, by the family that includes them. Omitted families don't matter for access
 * to a realm: calls for anyone with an admin role (the console's texts, facts about the server),
 * and the console's own calls, which duplicate others.
 */
const toldWith: ReadonlyMap<Family, ReachFamily> = new Map<Family, ReachFamily>([
  ["clientScopes", "clients"],
  ["authorization", "clients"],
  ["components", "realm"],
  ["workflows", "realm"],
  ["sharedSignals", "realm"],
  ["server", "realm"],
]);

/** The family of a call's reach; undefined if it is omitted. */
export function reachFamilyOf({ path }: CallTemplate): ReachFamily | undefined {
  if (path === "/admin/serverinfo") return undefined;
  const family = familyOf(path);
  return reachFamilies.find((it) => it === family) ?? toldWith.get(family);
}
