/**
 * The worst consequences of admin roles, lowest first. Each was tested on a real server. If a
 * consequence leads to realm admin only under a condition, its text contains the condition. The
 * texts are in the messages as `consequence.<id>` and `consequence.<id>.reason`.
 */
export const consequences = [
  { id: "readsCounts", level: "low" },
  { id: "readsFlows", level: "low" },
  { id: "readsRealmSettings", level: "low" },
  { id: "readsClients", level: "low" },
  { id: "readsIdentityProviders", level: "low" },
  { id: "readsOrganizations", level: "low" },
  { id: "readsAuthorization", level: "low" },
  { id: "readsAuthenticatorSecrets", level: "medium" },
  { id: "readsMembers", level: "medium" },
  { id: "guessesPersonalData", level: "medium" },
  { id: "readsPersonalData", level: "medium" },
  { id: "createsOrganizations", level: "medium" },
  { id: "readsSignIns", level: "high" },
  { id: "registersClients", level: "high" },
  { id: "changesAuthorization", level: "high" },
  { id: "changesOrganizations", level: "high" },
  { id: "createsRealms", level: "high" },
  { id: "actsAsUsers", level: "critical" },
  { id: "erasesAuditTrail", level: "critical" },
  { id: "becomesAnyClient", level: "critical" },
  { id: "readsClientSecrets", level: "critical" },
  { id: "takesOverAccounts", level: "critical" },
  { id: "becomesAdminByEvents", level: "critical" },
  { id: "becomesAdminByLink", level: "critical" },
  { id: "becomesAdminByClient", level: "critical" },
  { id: "becomesAdminByAccount", level: "critical" },
  { id: "becomesRealmAdmin", level: "critical" },
  { id: "isRealmAdmin", level: "critical" },
] as const satisfies readonly { id: string; level: string }[];

export type Consequence = (typeof consequences)[number];
export type ConsequenceId = Consequence["id"];
export type RiskLevel = Consequence["level"];

/** Consequences implied by another one, by that one. */
export const partOf: ReadonlyMap<ConsequenceId, ConsequenceId> = new Map<
  ConsequenceId,
  ConsequenceId
>([
  ["readsMembers", "readsPersonalData"],
  ["guessesPersonalData", "readsPersonalData"],
  ["actsAsUsers", "takesOverAccounts"],
]);

/** Ways to realm admin that depend on the realm. */
export const conditionalRealmAdmin: ReadonlySet<ConsequenceId> = new Set([
  "becomesAdminByEvents",
  "becomesAdminByLink",
  "becomesAdminByClient",
  "becomesAdminByAccount",
]);

/** Risk levels, lowest first. */
export const riskLevels = [
  "low",
  "medium",
  "high",
  "critical",
] as const satisfies readonly RiskLevel[];
