import {
  type ComingChangeId,
  changesUntil,
  type TargetVersion,
} from "../../catalog/server/coming-changes.ts";
import type { ClientProblemId, ReadinessProblem, ReadinessVerdict } from "./readiness-problem.ts";

/** The effective admin roles of a service account in one realm. */
export interface RolesInRealm {
  readonly administers: string;
  readonly names: ReadonlySet<string>;
}

/** What decides whether a client is ready. */
export interface ReadinessFacts {
  readonly clientId: string;
  /** Whether no tokens are issued to it. */
  readonly bearerOnly: boolean;
  readonly fullScopeAllowed: boolean;
  /** How it has the client scope `kc-admin-api`; undefined if that isn't known. */
  readonly adminClientScope: "default" | "optional" | "none" | undefined;
  /** As far as they are known; empty if it has no service account. */
  readonly adminRoles: readonly RolesInRealm[];
  /** Whether these are all. */
  readonly areRolesKnown: boolean;
}

/**
 * Clients that the upgrade itself gets ready.
 *
 * @see [Migrating to 26.8.2](https://www.keycloak.org/docs/26.8.2/upgrading/): they get the client scope
 * @see [Issue 52923](https://github.com/keycloak/keycloak/issues/52923): their full scope is migrated
 */
const migratedClients: ReadonlySet<string> = new Set(["security-admin-console", "admin-cli"]);

/** Whether roles in some realm include one and lack another. */
const hasWithout = (all: readonly RolesInRealm[], included: string, lacking: string) =>
  all.some(({ names }) => names.has(included) && !names.has(lacking));

function scopeVerdict(facts: ReadinessFacts): ReadinessVerdict | undefined {
  const { adminClientScope, adminRoles, areRolesKnown } = facts;
  if (adminClientScope === "default") return undefined;
  const hasRoles = adminRoles.some(({ names }) => names.size > 0);
  if (!hasRoles) return areRolesKnown ? undefined : "notKnown";
  return adminClientScope === undefined ? "notKnown" : "breaks";
}

/** Whether calls that one role allows are refused without another one. */
function callsVerdict(
  { adminRoles, areRolesKnown }: ReadinessFacts,
  included: string,
  lacking: string,
): ReadinessVerdict | undefined {
  if (hasWithout(adminRoles, included, lacking)) return "mayBreak";
  return areRolesKnown ? undefined : "notKnown";
}

/**
 * What a coming version of Keycloak breaks for a client, in the order of the releases. A client that people
 * sign in to, and that calls the Admin API with their tokens, needs the client scope too; nothing but its program
 * tells whether it does.
 */
export function clientReadiness(
  facts: ReadinessFacts,
  target: TargetVersion,
): readonly ReadinessProblem[] {
  if (migratedClients.has(facts.clientId)) return [];
  const { bearerOnly, fullScopeAllowed } = facts;
  const changes = changesUntil(target);
  const hasFullScope = fullScopeAllowed && !bearerOnly;
  const isRemoved = changes.has("removesFullScope");
  const problem = (
    id: ClientProblemId,
    because: ComingChangeId,
    verdict: ReadinessVerdict | undefined,
  ): readonly ReadinessProblem[] => {
    const change = changes.get(because);
    return verdict === undefined || change === undefined ? [] : [{ id, verdict, change }];
  };
  return [
    ...problem(
      "clientSecrets",
      "masksClientSecrets",
      callsVerdict(facts, "view-clients", "manage-clients"),
    ),
    ...problem("adminClientScope", "asksForAdminClientScope", scopeVerdict(facts)),
    ...problem(
      "protocolMappers",
      "limitsProtocolMappers",
      callsVerdict(facts, "manage-clients", "manage-realm"),
    ),
    ...(isRemoved
      ? problem("fullScope", "removesFullScope", hasFullScope ? "breaks" : undefined)
      : problem("fullScope", "warnsOfFullScope", hasFullScope ? "warns" : undefined)),
  ];
}
