import type { ComingChange } from "../../catalog/server/coming-changes.ts";

/** What a coming version of Keycloak breaks. */
export type ReadinessProblemId =
  /** It has admin roles, and kc-admin-api isn't one of its default client scopes. */
  | "adminClientScope"
  /** It has full scope allowed. */
  | "fullScope"
  /** It may manage clients, and not the realm: protocol mappers that it writes are refused. */
  | "protocolMappers"
  /** It may view clients, and not manage them: it gets no client secrets. */
  | "clientSecrets"
  /** A theme is removed, or one that it inherits from. */
  | "themes";

/** The problems that can be accepted. */
export const readinessProblemIds = [
  "adminClientScope",
  "fullScope",
  "protocolMappers",
  "clientSecrets",
  "themes",
] as const satisfies readonly ReadinessProblemId[];

/**
 * How sure that is:
 * - `breaks`: what works now fails then;
 * - `mayBreak`: some calls that are allowed now are refused then, and whether they are made isn't known;
 * - `warns`: it goes on working;
 * - `notKnown`: what decides isn't known.
 */
export type ReadinessVerdict = "breaks" | "mayBreak" | "warns" | "notKnown";

/** The problems of a client, whatever its login theme is. */
export type ClientProblemId = Exclude<ReadinessProblemId, "themes">;

/** A problem, and the change that causes it. */
export interface ReadinessProblem<Id extends ReadinessProblemId = ClientProblemId> {
  readonly id: Id;
  readonly verdict: ReadinessVerdict;
  readonly change: ComingChange;
}
