import { readFile, writeFile } from "node:fs/promises";
import type { EscalationHarm } from "../../src/catalog/roles/escalation.ts";
import { compareVersions } from "../../tools/keycloak/supported-versions.ts";

/**
 * What came of an attempt: the harm was done; the server refused; or not to be told, since
 * preparing it failed.
 */
export type Outcome = "succeeded" | "refused" | "unknown";

/** An attempt with its outcomes by Keycloak version, as `escalations.json` has it. */
export interface Escalation {
  readonly id: string;
  readonly roles: readonly string[];
  readonly harm: EscalationHarm;
  /** Versions that lack the role or what the attempt is about are left out. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/**
 * The stored escalations with a version's new outcomes in place of its old ones: of the attempts
 * that there are, sorted by first role and id.
 */
export function mergeOutcomes(
  stored: readonly Escalation[],
  attempts: readonly Pick<Escalation, "id" | "roles" | "harm">[],
  version: string,
  outcomes: ReadonlyMap<string, Outcome>,
): readonly Escalation[] {
  const before = new Map(stored.map((it) => [it.id, it.outcomes]));
  return attempts
    .map(({ id, roles, harm }) => {
      const byVersion = new Map(Object.entries(before.get(id) ?? {}));
      byVersion.delete(version);
      const outcome = outcomes.get(id);
      if (outcome !== undefined) byVersion.set(version, outcome);
      const sorted = [...byVersion].sort(([a], [b]) => compareVersions(a, b));
      return { id, roles, harm, outcomes: Object.fromEntries(sorted) };
    })
    .sort((a, b) => compareTexts(sortKeyOf(a), sortKeyOf(b)));
}

/** Where a version's new outcomes differ from the stored ones, a line each. */
export function compareOutcomes(
  stored: readonly Escalation[],
  version: string,
  outcomes: ReadonlyMap<string, Outcome>,
): readonly string[] {
  const before = new Map(stored.map((it) => [it.id, it.outcomes[version]]));
  return [...new Set([...before.keys(), ...outcomes.keys()])].sort(compareTexts).flatMap((id) => {
    const [was, is] = [before.get(id) ?? "not tried", outcomes.get(id) ?? "not tried"];
    return was === is ? [] : [`${id}: was ${was}, is ${is}`];
  });
}

/** The text of `escalations.json`: an attempt to a line, so that a change shows as one. */
export function writeEscalations(escalations: readonly Escalation[]): string {
  return `[\n${escalations.map((it) => `  ${JSON.stringify(it)}`).join(",\n")}\n]\n`;
}

/** Reads `escalations.json`; empty if the file doesn't exist yet. */
export async function loadEscalations(file: string): Promise<readonly Escalation[]> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    return [];
  }
  return JSON.parse(text);
}

/** Writes `escalations.json`. */
export async function saveEscalations(
  file: string,
  escalations: readonly Escalation[],
): Promise<void> {
  await writeFile(file, writeEscalations(escalations));
}

const sortKeyOf = ({ id, roles }: Escalation) => `${roles[0]} ${id}`;

/** The same on every machine, whatever its language. */
const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
