import type { PresetId } from "../../catalog/presets/presets.ts";
import type { OrganizationProvider } from "../../catalog/server/organization-provider.ts";

/** What a rule is about: one realm or every realm, one client or every client. Any name is an ordinary name. */
export interface PolicyScope {
  readonly realm?: string | undefined;
  readonly everyRealm?: true | undefined;
  readonly client?: string | undefined;
  readonly everyClient?: true | undefined;
  /** For clients of `master`: the realm that the roles administer; the client's own where it is left out. */
  readonly administers?: string | undefined;
  readonly administersEveryRealm?: true | undefined;
}

/** Roles that a rule names: those of presets, and single ones. */
interface NamedRoles {
  readonly presets?: readonly PresetId[] | undefined;
  readonly roles?: readonly string[] | undefined;
}

/** Why a rule is there, who answers for it, and when it ends. */
export interface Decision {
  readonly reason: string;
  readonly owner?: string | undefined;
  /** The last day on which it counts, such as `2027-01-31`, in UTC. */
  readonly until?: string | undefined;
}

/** What is accepted although it comes from no role, or can't be told. */
export type PowerKind =
  /** A protocol mapper lets it act as another user. */
  | "act-as-user"
  /** A protocol mapper may let it do so. */
  | "unknown-mapper"
  /** Fine-grained permissions name it. */
  | "permissions"
  /** Fine-grained permissions may apply to it. */
  | "unknown-policy"
  /** It is a member of a group that the files don't have. */
  | "unknown-group";

/** A rule that allows roles, and accepts what comes from no role. */
export interface Permission extends PolicyScope, NamedRoles, Decision {
  readonly accept?: readonly PowerKind[] | undefined;
}

/** A rule that forbids each of its roles, whatever another rule allows. */
export interface Prohibition extends PolicyScope, NamedRoles {
  readonly reason: string;
}

/** What service accounts may hold: nothing that no rule allows, and nothing that a rule forbids. */
export interface Policy {
  /** Whose roles for organizations the presets stand for; Keycloak's own where it is left out. */
  readonly organizations?: OrganizationProvider | undefined;
  readonly allow: readonly Permission[];
  readonly forbid?: readonly Prohibition[] | undefined;
}
