import type { OrganizationProvider } from "../server/organization-provider.ts";
import { type CuratedPreset, presets, type RoleReference } from "./presets.ts";

const admin = (...names: readonly string[]): readonly RoleReference[] =>
  names.map((name) => ({ container: "admin", name }));

/**
 * The roles of presets for organizations with Phase Two's extension, where manage-organizations
 * allows little without view-organizations, and membership needs no role for users. Undefined if
 * another preset does the same there.
 */
const phaseTwoRoles = new Map<string, readonly RoleReference[] | undefined>([
  ["organization-and-member-lookup", undefined],
  ["organization-membership", undefined],
  ["organization-onboarding", admin("view-organizations", "manage-organizations")],
  [
    "organization-single-sign-on",
    admin("view-organizations", "manage-organizations", "manage-identity-providers"),
  ],
  [
    "tenant-onboarding",
    admin(
      "view-organizations",
      "manage-organizations",
      "manage-users",
      "manage-identity-providers",
    ),
  ],
]);

const phaseTwoPresets = presets.flatMap((preset): readonly CuratedPreset[] => {
  if (preset.group !== "organizations") return [preset];
  // The guide is Phase Two's: only its roles for users add nothing to the calls for organizations.
  const redundant = preset.redundant === undefined ? {} : { redundant: ["query-users"] };
  const variant: CuratedPreset = { ...preset, ...redundant, provider: "phaseTwo" };
  if (!phaseTwoRoles.has(preset.id)) return [variant];
  const roles = phaseTwoRoles.get(preset.id);
  // The former roles never applied there.
  const { formerly: _, ...unchanged } = variant;
  return roles === undefined ? [] : [{ ...unchanged, roles }];
});

/**
 * The presets for a provider of organizations in display order; always the same objects, because
 * presets are compared by identity.
 */
export function presetsForProvider(provider: OrganizationProvider): readonly CuratedPreset[] {
  return provider === "phaseTwo" ? phaseTwoPresets : presets;
}
