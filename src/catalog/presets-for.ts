import type { OrganizationProvider } from "./organization-provider.ts";
import { type Preset, presets, type RoleReference } from "./presets.ts";

const admin = (...names: readonly string[]): readonly RoleReference[] =>
  names.map((name) => ({ container: "admin", name }));

/**
 * What presets for organizations need with Phase Two's extension, where manage-organizations opens
 * little without view-organizations and membership needs no role for users. Undefined where another
 * preset does the same there.
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

/** The presets as they are for a provider of organizations, in the order in which they are shown. */
export function presetsFor(provider: OrganizationProvider): readonly Preset[] {
  if (provider !== "phaseTwo") return presets;
  return presets.flatMap((preset): readonly Preset[] => {
    if (preset.group !== "organizations") return [preset];
    const roles = phaseTwoRoles.has(preset.id) ? phaseTwoRoles.get(preset.id) : preset.roles;
    if (roles === undefined) return [];
    // The guide is theirs: only its roles for users add nothing to the calls for organizations.
    const redundant = preset.redundant === undefined ? {} : { redundant: ["query-users"] };
    return [{ ...preset, ...redundant, roles, provider }];
  });
}
