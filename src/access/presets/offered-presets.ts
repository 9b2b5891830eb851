import type { Preset } from "../../catalog/presets/presets.ts";
import { presetsForProvider } from "../../catalog/presets/presets-for-provider.ts";
import {
  type OrganizationProvider,
  organizationProviderOf,
} from "../../catalog/server/organization-provider.ts";
import { roleKey, type Snapshot } from "../model/snapshot.ts";

/** Who gives the realm its organizations, by the admin roles that it has. */
export function providerOf({ roles }: Pick<Snapshot, "roles">): OrganizationProvider {
  const admin = [...roles.values()].filter(({ container }) => container === "admin");
  return organizationProviderOf(new Set(admin.map(({ name }) => name)));
}

/**
 * The presets that a server is offered, in the variants that fit its provider of organizations. The one
 * place where the presets of a realm are put together.
 */
export function offeredPresets({ roles }: Pick<Snapshot, "roles">): readonly Preset[] {
  return presetsForProvider(providerOf({ roles }));
}

/**
 * The presets that clients are offered together: those of which at least one of them can hold all
 * roles, since clients of `master` may administer realms that differ in what they have.
 */
export function presetsOfferedToAny(snapshots: readonly Snapshot[]): readonly Preset[] {
  const [first] = snapshots;
  if (first === undefined) return [];
  return offeredPresets(first).filter((preset) =>
    snapshots.some(({ roles }) => preset.roles.every((role) => roles.has(roleKey(role)))),
  );
}
