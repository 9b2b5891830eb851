import { editDistance } from "../../access/question/edit-distance.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { presetsFor } from "../../catalog/presets/presets-for.ts";
import type { OrganizationProvider } from "../../catalog/server/organization-provider.ts";
import { CliError } from "../cli-error.ts";

/** Whose roles for organizations a server has, as it is said on the command line. */
export const providers = ["native", "phaseTwo"] as const satisfies readonly OrganizationProvider[];

/**
 * The presets of these ids.
 *
 * @throws CliError on an id that there is not, with the nearest one
 */
export function choosePresets(
  ids: readonly string[],
  provider: OrganizationProvider = "native",
): readonly Preset[] {
  const all = presetsFor(provider);
  return ids.map((id) => {
    const found = all.find((preset) => preset.id === id);
    if (found !== undefined) return found;
    const distanceTo = (other: string) => editDistance(id, other, (a, b) => (a === b ? 0 : 1.5));
    const [nearest] = all.map((preset) => preset.id).sort((a, b) => distanceTo(a) - distanceTo(b));
    throw new CliError(
      `There is no preset "${id}". Did you mean ${nearest}? "presets list" shows all of them.`,
    );
  });
}
