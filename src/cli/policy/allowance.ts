import type { Preset } from "../../catalog/presets/presets.ts";
import { findPreset } from "../arguments/find-preset.ts";

/** Presets that are allowed: to one client, or to all. */
export interface Allowance {
  /** Undefined for all clients. */
  readonly clientId: string | undefined;
  /** Empty where nothing is allowed. */
  readonly presets: readonly Preset[];
}

/**
 * Reads an allowance: `user-lookup,event-reader` for every client, `billing=user-lookup` for one, and
 * `none` in place of presets.
 *
 * @throws CliError on an unknown preset
 */
export function parseAllowance(text: string): Allowance {
  const place = text.lastIndexOf("=");
  const ids = text
    .slice(place + 1)
    .split(",")
    .map((id) => id.trim());
  return {
    clientId: place === -1 ? undefined : text.slice(0, place),
    presets: ids.filter((id) => id !== "" && id !== "none").map((id) => findPreset(id, "native")),
  };
}
