/** The differences between server versions that matter to this product. */
export type ServerFeature =
  /** The Admin API answers 401 to clients without the client scope `kc-admin-api`. */
  | "asksForAdminClientScope"
  /** Client secrets are masked for callers who may only view clients. */
  | "masksClientSecrets"
  /** Workflows are on by default. */
  | "workflows"
  /** Fine-grained admin permissions (version 2) are on by default. */
  | "fineGrainedPermissions"
  /** The realm has Keycloak's own admin roles for organizations. */
  | "organizationRoles"
  /** Only realm-admin can assign admin roles, because of a bug. */
  | "refusesGrants"
  /** Impersonation no longer leads to realm-admin (CVE-2026-17526). */
  | "limitsImpersonation"
  /** Secrets in the settings of authenticators, such as that of reCAPTCHA, are masked. */
  | "masksAuthenticatorSecrets"
  /** DPoP is on by default, so that a client whose tokens are bound by it needs a proof. */
  | "dpop"
  /** Callers with only query-users get the number of users; before, the count was always 0. */
  | "countsUsersForQueryUsers";

/** Releases from one (inclusive) to another (exclusive). */
interface Span {
  readonly from: string;
  readonly before?: string;
}

/**
 * The releases with each feature. This is the only place for differences between versions: a new
 * Keycloak needs an entry here, not a condition elsewhere.
 *
 * @see [Migrating to 26.8](https://www.keycloak.org/docs/latest/upgrading/)
 * @see [Masked client secrets, issue 49220](https://github.com/keycloak/keycloak/issues/49220)
 * @see [DPoP in Keycloak 26.4](https://www.keycloak.org/docs/latest/release_notes/index.html)
 * @see [Refused grants, issue 44371](https://github.com/keycloak/keycloak/issues/44371)
 * @see [Impersonation, issue 52838](https://github.com/keycloak/keycloak/issues/52838)
 */
const spans: Readonly<Record<ServerFeature, readonly [Span, ...Span[]]>> = {
  asksForAdminClientScope: [{ from: "26.8.2" }],
  masksClientSecrets: [{ from: "26.8.0" }],
  workflows: [{ from: "26.6.0" }],
  fineGrainedPermissions: [{ from: "26.2.0" }],
  organizationRoles: [{ from: "26.7.0" }],
  refusesGrants: [{ from: "26.4.0", before: "26.4.8" }],
  limitsImpersonation: [
    { from: "26.4.16", before: "26.5.0" },
    { from: "26.6.7", before: "26.7.0" },
    { from: "26.7.4" },
  ],
  masksAuthenticatorSecrets: [{ from: "26.7.0" }],
  dpop: [{ from: "26.4.0" }],
  countsUsersForQueryUsers: [{ from: "26.3.0" }],
};

/** The numbers of a version, such as `26.7.3` or `26.7`. */
export const numbersOf = (version: string): readonly number[] => version.split(".").map(Number);

/** Negative if `a` is older. */
export function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let place = 0; place < Math.max(a.length, b.length); place += 1) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const isIn = (version: readonly number[], { from, before }: Span) =>
  compareVersions(version, numbersOf(from)) >= 0 &&
  (before === undefined || compareVersions(version, numbersOf(before)) < 0);

/** The first release with a feature, such as `26.8.2`. */
export function firstRelease(feature: ServerFeature): string {
  return spans[feature][0].from;
}

/**
 * Whether a server has a feature.
 *
 * @param version such as `26.7.3`, or `26.7` if the patch isn't known
 * @returns undefined if unknown: no version, or a minor version of which only some patches have it
 */
export function hasFeature(
  feature: ServerFeature,
  version: string | undefined,
): boolean | undefined {
  if (version === undefined) return undefined;
  const [major = 0, minor = 0, patch] = numbersOf(version);
  const has = (at: number) => spans[feature].some((span) => isIn([major, minor, at], span));
  if (patch !== undefined) return has(patch);
  const [first, last] = [has(0), has(Number.POSITIVE_INFINITY)];
  return first === last ? first : undefined;
}
