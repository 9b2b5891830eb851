/**
 * What the holder of an admin role can do at worst, least first. Each was tried on a real server to
 * its end; the texts stand in the messages as `consequence.<id>` and `consequence.<id>.reason`.
 */
export const consequences = [
  { id: "readsCounts", level: "low" },
  { id: "readsRealmSettings", level: "low" },
  { id: "readsClientNames", level: "low" },
  { id: "readsIdentityProviders", level: "low" },
  { id: "readsOrganizations", level: "low" },
  { id: "readsAuthorization", level: "low" },
  { id: "readsPersonalData", level: "medium" },
  { id: "createsOrganizations", level: "medium" },
  { id: "readsSignIns", level: "high" },
  { id: "registersClients", level: "high" },
  { id: "changesAuthorization", level: "high" },
  { id: "changesOrganizations", level: "high" },
  { id: "createsRealms", level: "high" },
  { id: "erasesAuditTrail", level: "critical" },
  { id: "becomesAnyClient", level: "critical" },
  { id: "readsClientSecrets", level: "critical" },
  { id: "takesOverAccounts", level: "critical" },
  { id: "becomesRealmAdmin", level: "critical" },
  { id: "isRealmAdmin", level: "critical" },
] as const satisfies readonly { id: string; level: string }[];

export type Consequence = (typeof consequences)[number];
export type ConsequenceId = Consequence["id"];
export type RiskLevel = Consequence["level"];

/** Risk levels, the lowest first. */
export const riskLevels = [
  "low",
  "medium",
  "high",
  "critical",
] as const satisfies readonly RiskLevel[];
