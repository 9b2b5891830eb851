import type { CustomPreset, CustomRole } from "./custom-preset.ts";
import { customPresetLimits } from "./limits.ts";

const roleToJson = ({ client, role }: CustomRole) => ({
  ...(client !== undefined && { client }),
  role,
});

/** A preset as an object of JSON, with its fields in a fixed order and without those that say nothing. */
export function presetToJson({ name, purpose, roles, revision, formerly }: CustomPreset) {
  return {
    name,
    purpose,
    roles: roles.map(roleToJson),
    revision,
    ...(formerly.length > 0 && {
      formerly: formerly.map((it) => ({ revision: it.revision, roles: it.roles.map(roleToJson) })),
    }),
  };
}

/**
 * The value of a preset's attribute. The same preset always gives the same text, so that values can be compared. Where
 * long lists of former roles make it longer than an attribute may be, the oldest are left out.
 */
export function writeCustomPreset(preset: CustomPreset): string {
  const value = JSON.stringify(presetToJson(preset));
  return value.length > customPresetLimits.value && preset.formerly.length > 0
    ? writeCustomPreset({ ...preset, formerly: preset.formerly.slice(0, -1) })
    : value;
}
