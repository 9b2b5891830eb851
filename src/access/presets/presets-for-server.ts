import type { Preset } from "../../catalog/presets/presets.ts";
import { presetsFor } from "../../catalog/presets/presets-for.ts";
import { organizationProviderOf } from "../../catalog/server/organization-provider.ts";
import type { Snapshot } from "../model/snapshot.ts";

/** The presets in the variants that fit the server's provider of organizations. */
export function presetsForServer({ roles }: Pick<Snapshot, "roles">): readonly Preset[] {
  const admin = [...roles.values()].filter(({ container }) => container === "admin");
  return presetsFor(organizationProviderOf(new Set(admin.map(({ name }) => name))));
}
