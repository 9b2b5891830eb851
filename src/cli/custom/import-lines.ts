import type { PlannedPreset } from "./plan-import.ts";
import { roleLabel } from "./role-label.ts";

const labels: Readonly<Record<PlannedPreset["action"], string>> = {
  create: "NEW",
  change: "CHANGED",
  repair: "REPLACED",
  none: "UNCHANGED",
};

function describe({ action, before, after }: PlannedPreset): string {
  const { name, revision } = after;
  if (action === "none") return `revision ${revision}`;
  if (action === "repair")
    return `${name}, revision ${revision}, in place of one that can't be read`;
  const from = before?.revision;
  const risen = from === undefined || from === revision ? "" : `${from} to `;
  return `${name}, revision ${risen}${revision}`;
}

/** What an import does, or did, in lines: roles that a preset gains and loses below it. */
export function importLines(planned: readonly PlannedPreset[]): readonly string[] {
  const width = Math.max(...Object.values(labels).map(({ length }) => length));
  return planned.flatMap((it) => [
    `${labels[it.action].padEnd(width)}  ${it.realm} / ${it.after.id}: ${describe(it)}`,
    ...it.gained.map((role) => `  + ${roleLabel(role)}`),
    ...it.lost.map((role) => `  - ${roleLabel(role)}`),
  ]);
}

/** The same for programs. */
export const importAsJson = (planned: readonly PlannedPreset[]) =>
  planned.map(({ realm, action, before, after, gained, lost }) => ({
    ...{ realm, id: after.id, name: after.name, action },
    formerRevision: before?.revision ?? null,
    revision: after.revision,
    ...{ gained, lost },
  }));
