import type { Preset, PresetId } from "../../../catalog/presets/presets.ts";

/** What most programs are for, by the preset for it; each has two texts. */
export const jobs = [
  ...(["user-lookup", "user-management", "organization-management"] as const),
  ...(["event-reader", "realm-as-code", "usage-statistics"] as const),
] satisfies readonly PresetId[];

/** One of them. */
export type JobId = (typeof jobs)[number];

/** The jobs that a server has the preset for. */
export function jobsOf(presets: readonly Preset[]): readonly {
  readonly id: JobId;
  readonly preset: Preset;
}[] {
  return jobs.flatMap((id) => {
    const preset = presets.find((it) => it.id === id);
    return preset === undefined ? [] : [{ id, preset }];
  });
}
