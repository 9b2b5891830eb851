import { firstRelease } from "./server-features.ts";

/** The versions that a realm can be judged for. */
export const targetVersions = ["26.8", "27"] as const;
/** A version that a realm can be judged for. Each includes the changes of those before it. */
export type TargetVersion = (typeof targetVersions)[number];

/** Something that a coming version of Keycloak changes for clients or themes. */
export type ComingChangeId =
  /** Callers with only view-clients get a placeholder in place of client secrets. */
  | "masksClientSecrets"
  /** The Admin API answers 401 to clients without the client scope `kc-admin-api`. */
  | "asksForAdminClientScope"
  /** Protocol mappers can only be written with manage-realm. */
  | "limitsProtocolMappers"
  /** The server logs a warning when a client with *Full scope allowed* signs in. */
  | "warnsOfFullScope"
  /** *Full scope allowed* is removed. */
  | "removesFullScope"
  /** The themes with PatternFly 5 are removed. */
  | "removesThemes";

/** A change, and the release that it comes with. */
export interface ComingChange {
  readonly id: ComingChangeId;
  readonly from: string;
  readonly target: TargetVersion;
  /** Whether that release isn't out yet, so that the change may still be put off. */
  readonly isPlanned: boolean;
}

/**
 * The changes, in the order of their releases.
 *
 * @see [Client secrets, issue 49220](https://github.com/keycloak/keycloak/issues/49220)
 * @see [Migrating to 26.8.2](https://www.keycloak.org/docs/26.8.2/upgrading/): client scope, protocol mappers
 * @see [Full scope is deprecated, issue 52923](https://github.com/keycloak/keycloak/issues/52923)
 * @see [Full scope is removed, issue 52951](https://github.com/keycloak/keycloak/issues/52951)
 * @see [Login theme, issue 52342](https://github.com/keycloak/keycloak/issues/52342),
 *   [admin theme, issue 52343](https://github.com/keycloak/keycloak/issues/52343),
 *   [account theme, issue 52344](https://github.com/keycloak/keycloak/issues/52344)
 */
export const comingChanges: readonly ComingChange[] = [
  {
    id: "masksClientSecrets",
    from: firstRelease("masksClientSecrets"),
    target: "26.8",
    isPlanned: false,
  },
  { id: "warnsOfFullScope", from: "26.8.0", target: "26.8", isPlanned: false },
  {
    id: "asksForAdminClientScope",
    from: firstRelease("asksForAdminClientScope"),
    target: "26.8",
    isPlanned: false,
  },
  { id: "limitsProtocolMappers", from: "26.8.2", target: "26.8", isPlanned: false },
  { id: "removesFullScope", from: "27.0.0", target: "27", isPlanned: true },
  { id: "removesThemes", from: "27.0.0", target: "27", isPlanned: true },
];

/** The changes that a version comes with, by their ids: its own, and those of versions before it. */
export function changesUntil(target: TargetVersion): ReadonlyMap<ComingChangeId, ComingChange> {
  const last = targetVersions.indexOf(target);
  const included = comingChanges.filter((change) => targetVersions.indexOf(change.target) <= last);
  return new Map(included.map((change) => [change.id, change]));
}
