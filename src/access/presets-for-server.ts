import { organizationProviderOf } from "../catalog/organization-provider.ts";
import type { Preset } from "../catalog/presets.ts";
import { presetsFor } from "../catalog/presets-for.ts";
import type { Snapshot } from "./snapshot.ts";

/** The presets in the variants that fit the server's provider of organizations. */
export function presetsForServer({ roles }: Pick<Snapshot, "roles">): readonly Preset[] {
  const admin = [...roles.values()].filter(({ container }) => container === "admin");
  return presetsFor(organizationProviderOf(new Set(admin.map(({ name }) => name))));
}
