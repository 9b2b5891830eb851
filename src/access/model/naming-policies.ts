/** The ways in which a policy of fine-grained permissions can name an account. */
export type NamedBy = "client" | "user" | "group" | "role";

/** A policy or a permission: the client with the permissions lists both. */
export interface ListedPolicy {
  readonly id: string;
  readonly name: string;
  /** `user`, `group`, `role`, `client`, `aggregate`, `scope` for a permission, and more. */
  readonly type: string;
  /** Whether it denies the accounts that it names and grants all others. */
  readonly isNegative: boolean;
  /** The ids that it names, by type. */
  readonly named: ReadonlyMap<NamedBy, ReadonlySet<string>>;
  /** Whether a named group includes its subgroups, by the group's id. */
  readonly extendedGroups: ReadonlySet<string>;
  /** The resource type of a permission, such as `Users`; undefined for a policy. */
  readonly resourceType: string | undefined;
}

/** A service account, with everything that policies can use to name it. */
export interface PolicySubject {
  readonly clientUuid: string;
  readonly userId: string;
  /** Groups that it is a member of. */
  readonly groupIds: ReadonlySet<string>;
  /** The parents of these groups. */
  readonly parentGroupIds: ReadonlySet<string>;
  /** Effective roles, of the realm and of all clients whose roles are named in policies. */
  readonly roleIds: ReadonlySet<string>;
}

/** The ways in which a policy names a service account; empty if it doesn't. */
export function namedBy(
  { named, extendedGroups }: ListedPolicy,
  subject: PolicySubject,
): readonly NamedBy[] {
  const has = (kind: NamedBy, ids: Iterable<string>) =>
    [...ids].some((id) => named.get(kind)?.has(id) === true);
  const isInGroup =
    has("group", subject.groupIds) ||
    [...subject.parentGroupIds].some((id) => extendedGroups.has(id));
  return [
    ...(has("client", [subject.clientUuid]) ? (["client"] as const) : []),
    ...(has("user", [subject.userId]) ? (["user"] as const) : []),
    ...(isInGroup ? (["group"] as const) : []),
    ...(has("role", subject.roleIds) ? (["role"] as const) : []),
  ];
}

/** A policy that names a service account, and the permissions that depend on it. */
export interface NamingPolicy {
  readonly policy: ListedPolicy;
  readonly by: readonly NamedBy[];
  /** Including those that depend on it through other policies. */
  readonly permissions: readonly ListedPolicy[];
}

/** The policies that name a service account, read on demand. */
export type FoundPolicies =
  | { readonly kind: "found"; readonly policies: readonly NamingPolicy[] }
  /** The signed-in administrator lacks the right to see them. */
  | { readonly kind: "notKnown" };
