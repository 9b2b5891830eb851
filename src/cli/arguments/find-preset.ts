import type { CuratedPreset } from "../../catalog/presets/presets.ts";
import { presetsForProvider } from "../../catalog/presets/presets-for-provider.ts";
import type { OrganizationProvider } from "../../catalog/server/organization-provider.ts";
import { CliError } from "../cli-error.ts";
import { nearestName } from "./nearest-name.ts";

/**
 * The preset with this ID.
 *
 * @throws CliError on an unknown ID, with the nearest known one
 */
export function findPreset(id: string, provider: OrganizationProvider): CuratedPreset {
  const all = presetsForProvider(provider);
  const found = all.find((preset) => preset.id === id);
  if (found !== undefined) return found;
  const nearest = nearestName(
    id,
    all.map((preset) => preset.id),
  );
  throw new CliError(
    `There is no preset "${id}". Did you mean ${nearest}? "presets list" shows all presets.`,
  );
}
