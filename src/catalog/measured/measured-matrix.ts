import type { CallTemplate } from "../calls/call-template.ts";

/**
 * The verdict on a call with a role: the answer of a full administrator; partial results; denied;
 * or unknown, because the administrator's own call failed.
 */
export type Verdict = "allowed" | "filtered" | "denied" | "unknown";

/** One Keycloak version's measurement, as `npm run measure` writes it into `measured/`. */
export interface MeasuredFile {
  /** Such as "26.7.3". */
  readonly version: string;
  /**
   * The extension of the calls, such as "keycloak-orgs 0.144"; undefined for Keycloak's own calls.
   */
  readonly extension?: string;
  /** The day, as in "2026-11-24". */
  readonly measuredOn: string;
  /** All admin roles of a realm, sorted. */
  readonly roles: readonly string[];
  /** The composite roles with all that they include. */
  readonly includes: Readonly<Record<string, readonly string[]>>;
  /**
   * Realm roles of `master`, measured with a client of that realm, with a letter for each call
   * ("METHOD path") that isn't denied.
   */
  readonly masterRoles?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Method, path (see `shortPath`) and a letter for each of `roles`: a, f, d or u. */
  readonly calls: readonly (readonly string[])[];
  /**
   * For calls that only realm-admin allows on its own, and for all calls of an extension: the
   * smallest sets of roles that allow them together, by "METHOD path".
   */
  readonly combinations: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Method and path of calls that were not made, and why. */
  readonly notCalled: readonly (readonly string[])[];
}

/** A call with the verdict for each single role, including the measured realm roles of `master`. */
export interface MeasuredCall extends CallTemplate {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** The smallest sets of several roles that allow it together. */
  readonly combinations: readonly (readonly string[])[];
}

/** A call of the version that wasn't measured. */
export interface UnmeasuredCall extends CallTemplate {
  /** A sentence in English, as the measurement wrote it. */
  readonly reason: string;
}

/** A call that the version has. */
export type KnownCall = MeasuredCall | UnmeasuredCall;

/** Whether the verdicts of a call are known. */
export function isMeasured(call: KnownCall): call is MeasuredCall {
  return "verdicts" in call;
}

/** The measurement of one Keycloak version. */
export interface MeasuredMatrix {
  readonly version: string;
  readonly measuredOn: string;
  readonly roles: readonly string[];
  /** The realm roles of `master` that were measured, for clients of that realm. */
  readonly masterRoles: readonly string[];
  /** The composite roles with all that they include. */
  readonly includes: ReadonlyMap<string, readonly string[]>;
  readonly calls: readonly MeasuredCall[];
  readonly notCalled: readonly UnmeasuredCall[];
}

const verdictsByLetter = new Map<string, Verdict>([
  ["a", "allowed"],
  ["f", "filtered"],
  ["d", "denied"],
]);

/** Expands the compact data of a measurement. */
export function readMeasurement(file: MeasuredFile): MeasuredMatrix {
  const combinations = new Map(Object.entries(file.combinations));
  const masterRoles = Object.entries(file.masterRoles ?? {});
  const verdictFor = (letter = "") => verdictsByLetter.get(letter) ?? "unknown";
  return {
    version: file.version,
    measuredOn: file.measuredOn,
    roles: file.roles,
    masterRoles: masterRoles.map(([role]) => role),
    includes: new Map(Object.entries(file.includes)),
    calls: file.calls.map(([method = "", path = "", cells = ""]) => ({
      method,
      path,
      verdicts: new Map([
        ...file.roles.map((role, index) => [role, verdictFor(cells[index])] as const),
        ...masterRoles.map(
          ([role, answered]) => [role, verdictFor(answered[`${method} ${path}`] ?? "d")] as const,
        ),
      ]),
      combinations: combinations.get(`${method} ${path}`) ?? [],
    })),
    notCalled: file.notCalled.map(([method = "", path = "", reason = ""]) => ({
      ...{ method, path, reason },
    })),
  };
}
