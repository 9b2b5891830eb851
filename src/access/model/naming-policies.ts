/** What a policy of fine-grained permissions can name an account by. */
export type NamedBy = "client" | "user" | "group" | "role";

/** A policy or a permission, as the client with the permissions lists both. */
export interface ListedPolicy {
  readonly id: string;
  readonly name: string;
  /** `user`, `group`, `role`, `client`, `aggregate`, `scope` for a permission, and more. */
  readonly type: string;
  /** Whether it denies those that it names, and grants everybody else. */
  readonly isNegative: boolean;
  /** Ids of what it names, by what these are. */
  readonly named: ReadonlyMap<NamedBy, ReadonlySet<string>>;
  /** Whether a group that it names stands for the groups below it too, by the group's id. */
  readonly extendedGroups: ReadonlySet<string>;
  /** What a permission is about, such as `Users`; undefined of a policy. */
  readonly resourceType: string | undefined;
}

/** A service account, by all that policies can name it by. */
export interface PolicySubject {
  readonly clientUuid: string;
  readonly userId: string;
  /** Groups that it is a member of. */
  readonly groupIds: ReadonlySet<string>;
  /** The groups above these. */
  readonly parentGroupIds: ReadonlySet<string>;
  /** Roles in effect, of the realm and of all clients that policies name roles of. */
  readonly roleIds: ReadonlySet<string>;
}

/** By what a policy names a service account; empty where it doesn't. */
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
  /** Also those that depend on it through other policies. */
  readonly permissions: readonly ListedPolicy[];
}

/** What on-demand reading found of policies that name a service account. */
export type FoundPolicies =
  | { readonly kind: "found"; readonly policies: readonly NamingPolicy[] }
  /** The signed-in administrator lacks the right to see them. */
  | { readonly kind: "notKnown" };
