import type { RiskLevel } from "./consequences.ts";

/** What a successful attempt proves: that its roles lead to realm admin, or harm of that level. */
export type EscalationHarm = "realmAdmin" | RiskLevel;

/** The outcome of an attempt: it succeeded, or the server blocked it. */
export type EscalationOutcome = "succeeded" | "refused" | "unknown";

/** A tested escalation of admin roles, as written by `npm run escalations`. */
export interface Escalation {
  /** Permanent; its text is the message `escalation.<id>`. */
  readonly id: string;
  /** The only roles of the caller. */
  readonly roles: readonly string[];
  /** By version, such as "26.7.3". */
  readonly outcomes: ReadonlyMap<string, EscalationOutcome>;
}

/** An attempt in the format of the file. */
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
