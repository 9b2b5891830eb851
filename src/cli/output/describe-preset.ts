import type { FamilyReach } from "../../access/model/reach-of-held.ts";
import { roleNamesIn } from "../../access/model/role-reference.ts";
import { reachByFamily } from "../../access/presets/preset-reach.ts";
import type { ReachFamily } from "../../catalog/calls/reach.ts";
import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { nameOf, purposeOf } from "../../texts/preset-texts.ts";
import { t } from "./preset-texts.ts";
import { riskOnVersion } from "./risk-on-version.ts";

/** A preset as JSON. */
export interface DescribedPreset {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly group: string;
  /** Roles of the client with the realm's admin roles. */
  readonly adminRoles: readonly string[];
  /** Realm roles of `master`. */
  readonly realmRoles: readonly string[];
  readonly risk: string | null;
  readonly consequences: readonly string[];
  /** How far it reaches in each family of calls. */
  readonly reach: Readonly<Partial<Record<ReachFamily, FamilyReach>>>;
  /** The version of Keycloak on which that was measured. */
  readonly reachMeasuredOn: string;
}

/**
 * Puts a preset into that form.
 *
 * @param version the server's, such as `26.8`; undefined for the risk on any version
 */
export function describePreset(
  preset: Preset,
  matrix: MeasuredMatrix,
  version: string | undefined,
): DescribedPreset {
  const { id, group, roles } = preset;
  const risk = riskOnVersion(preset, version);
  return {
    id,
    name: nameOf(t, preset),
    purpose: purposeOf(t, preset),
    group,
    adminRoles: roleNamesIn("admin", roles),
    realmRoles: roleNamesIn("realm", roles),
    risk: risk?.level ?? null,
    consequences: risk?.consequences.map((consequence) => consequence.id) ?? [],
    reach: Object.fromEntries(reachByFamily(roles, matrix, version)),
    reachMeasuredOn: matrix.version,
  };
}
