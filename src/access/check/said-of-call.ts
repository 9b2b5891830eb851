import type { Verdict } from "../../catalog/measured/measured-matrix.ts";

/** What is known beside a client's roles. */
export interface BesideRoles {
  /** Whether roles alone decide. Else a call that no role allows may be allowed all the same. */
  readonly areRolesAll: boolean;
  /** Whether every call is refused, whatever the roles; undefined where that isn't known. */
  readonly areTokensRefused: boolean | undefined;
}

/** What is said of a call: what comes of it now, or what its roles say where other things may decide too. */
export type SaidOfCall = Verdict | `${Exclude<Verdict, "unknown">}ByRoles`;

/** Says of a call no more than is known. */
export function saidOfCall(
  verdict: Verdict,
  { areRolesAll, areTokensRefused }: BesideRoles,
): SaidOfCall {
  if (areTokensRefused === true) return "denied";
  if (verdict === "denied") return areRolesAll ? "denied" : "deniedByRoles";
  const isSure = areTokensRefused === false || verdict === "unknown";
  return isSure ? verdict : `${verdict}ByRoles`;
}
