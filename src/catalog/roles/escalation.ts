import type { RiskLevel } from "./consequences.ts";

/** What an attempt shows where it succeeds: that its roles lead to realm admin, or a harm of that level. */
export type EscalationHarm = "realmAdmin" | RiskLevel;

/** What came of an attempt: the harm was done, or the server refused it. */
export type EscalationOutcome = "succeeded" | "refused" | "unknown";

/** A way to stretch admin roles that was tried to its end, as `npm run escalations` writes it. */
export interface Escalation {
  /** Permanent; its text is the message `escalation.<id>`. */
  readonly id: string;
  /** The roles that were held, and no others. */
  readonly roles: readonly string[];
  /** By version, such as "26.7.3". */
  readonly outcomes: ReadonlyMap<string, EscalationOutcome>;
}

/** An attempt as the file holds it. */
export interface EscalationEntry {
  readonly id: string;
  readonly roles: readonly string[];
  readonly harm: string;
  readonly outcomes: Readonly<Record<string, string>>;
}

const known: readonly EscalationOutcome[] = ["succeeded", "refused"];

/** Reads the entries of the file. */
export function readEscalations(entries: readonly EscalationEntry[]): readonly Escalation[] {
  return entries.map(({ id, roles, outcomes }) => ({
    id,
    roles,
    outcomes: new Map(
      Object.entries(outcomes).map(([version, outcome]) => [
        version,
        known.find((it) => it === outcome) ?? "unknown",
      ]),
    ),
  }));
}
