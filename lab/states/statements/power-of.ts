import type { Risk } from "../../../src/access/model/risk.ts";
import type { PowerStatement } from "../statements.ts";

/** What a risk label says, in the words that statements are compared in. */
export function powerOf(risk: Risk | undefined): PowerStatement {
  if (risk === undefined) return "none";
  return risk.consequences.some(({ id }) => id === "isRealmAdmin") ? "realmAdmin" : risk.level;
}
