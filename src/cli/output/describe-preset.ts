import { riskOf } from "../../access/model/risk.ts";
import { roleNamesIn } from "../../access/model/role-names-in.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { nameOf, textOf } from "./preset-texts.ts";

/** A preset as it is told to programs. */
export interface DescribedPreset {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly group: string;
  /** Roles of the client that carries the realm's admin roles. */
  readonly adminRoles: readonly string[];
  /** Realm roles of `master`. */
  readonly realmRoles: readonly string[];
  readonly risk: string | null;
  readonly consequences: readonly string[];
}

/** Puts a preset into that form. */
export function describePreset(preset: Preset): DescribedPreset {
  const { id, group, roles } = preset;
  const risk = riskOf(roles);
  return {
    id,
    name: nameOf(preset),
    purpose: textOf(`presets.${id}.purpose`),
    group,
    adminRoles: roleNamesIn("admin", roles),
    realmRoles: roleNamesIn("realm", roles),
    risk: risk?.level ?? null,
    consequences: risk?.consequences.map((consequence) => consequence.id) ?? [],
  };
}
