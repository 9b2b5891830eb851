import type { Preset } from "../../catalog/presets/presets.ts";
import { presetsForProvider } from "../../catalog/presets/presets-for-provider.ts";
import {
  type OrganizationProvider,
  organizationProviderOf,
} from "../../catalog/server/organization-provider.ts";
import { roleKey, type Snapshot } from "../model/snapshot.ts";

/** The realm's provider of organizations, by its admin roles. */
export function providerOf({ roles }: Pick<Snapshot, "roles">): OrganizationProvider {
  const admin = [...roles.values()].filter(({ container }) => container === "admin");
  return organizationProviderOf(new Set(admin.map(({ name }) => name)));
}

/**
 * The presets for a client: those that operators made in its realm, and the curated ones in the variants for the
 * server's provider of organizations. Only this function
 * assembles the presets of a realm.
 */
export function offeredPresets({
  roles,
  custom,
}: Pick<Snapshot, "roles" | "custom">): readonly Preset[] {
  const curated = presetsForProvider(providerOf({ roles }));
  return custom === undefined ? curated : [...custom.presets, ...curated];
}

/**
 * The presets for several clients: those whose roles at least one client can have, because clients
 * of `master` can administer realms with different roles.
 */
export function presetsOfferedToAny(snapshots: readonly Snapshot[]): readonly Preset[] {
  const [first] = snapshots;
  if (first === undefined) return [];
  return offeredPresets(first).filter((preset) =>
    snapshots.some(({ roles }) => preset.roles.every((role) => roles.has(roleKey(role)))),
  );
}
