import type { CustomPresetId, PresetId, RoleReference } from "../../catalog/presets/presets.ts";
import type { OrganizationProvider } from "../../catalog/server/organization-provider.ts";

/**
 * The scope of a rule: one realm or every realm, one client or every client. Names have no
 * wildcards.
 */
export interface PolicyScope {
  readonly realm?: string | undefined;
  readonly everyRealm?: true | undefined;
  readonly client?: string | undefined;
  readonly everyClient?: true | undefined;
  /**
   * For clients of `master`: the realm that the roles administer; the default is the client's own.
   */
  readonly administers?: string | undefined;
  readonly administersEveryRealm?: true | undefined;
}

/** The roles of a rule: those of presets, and single ones. */
interface NamedRoles {
  readonly presets?: readonly PresetId[] | undefined;
  readonly roles?: readonly string[] | undefined;
}

/** The reason, owner and end date of a rule. */
export interface Decision {
  readonly reason: string;
  readonly owner?: string | undefined;
  /** The last valid day, such as `2027-01-31`, in UTC. */
  readonly until?: string | undefined;
}

/** Accepted findings that don't come from roles, or that the files leave open. */
export type PowerKind =
  /** A protocol mapper lets it act as another user. */
  | "act-as-user"
  /** A protocol mapper may let it do so. */
  | "unknown-mapper"
  /** Fine-grained permissions name it. */
  | "permissions"
  /** Fine-grained permissions may apply to it. */
  | "unknown-policy"
  /** It is a member of a group that isn't in the files. */
  | "unknown-group";

/** A rule that allows roles and accepts access that doesn't come from roles. */
export interface Permission extends PolicyScope, NamedRoles, Decision {
  readonly accept?: readonly PowerKind[] | undefined;
}

/** A rule that forbids each of its roles, whatever another rule allows. */
export interface Prohibition extends PolicyScope, NamedRoles {
  readonly reason: string;
}

/**
 * A preset of a realm as the policy itself has it. What the realm stores by that id doesn't count: who may change that
 * would decide what is allowed.
 */
export interface PolicyPreset {
  readonly id: CustomPresetId;
  readonly roles: readonly RoleReference[];
}

/** The roles that service accounts may have: only those that a rule allows and none forbids. */
export interface Policy {
  /** Which roles for organizations the presets use; the default is Keycloak's own. */
  readonly organizations?: OrganizationProvider | undefined;
  /** The presets that rules name beside the curated ones. */
  readonly customPresets?: readonly PolicyPreset[] | undefined;
  readonly allow: readonly Permission[];
  readonly forbid?: readonly Prohibition[] | undefined;
}
