import type { MeasuredCall, MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { measuredRoleNames } from "../model/measured-role-names.ts";
import { resolveRoles } from "../model/resolve-roles.ts";
import { dangerOf, withoutTheWorst } from "../model/risk.ts";
import { adminRolesGivenBy } from "../model/roles-given-by.ts";
import { verdictOf } from "../model/verdict-of.ts";
import { fullAdministrator, isMet, isWithin, needsOfCalls } from "./needs-of-calls.ts";

/** Presets to be applied together. */
export type PresetSet = readonly Preset[];

const mostTogether = 3;
const mostSets = 3;

/** Presets with all that they give. */
interface Way {
  readonly presets: PresetSet;
  readonly given: ReadonlySet<string>;
}

const roleNamesOf = (presets: PresetSet, matrix: MeasuredMatrix) =>
  measuredRoleNames(adminRolesGivenBy(presets), matrix);

const wayOf = (preset: Preset, matrix: MeasuredMatrix): Way => ({
  presets: [preset],
  given: resolveRoles(roleNamesOf([preset], matrix), matrix.includes),
});

const together = (ways: readonly Way[]): Way => ({
  presets: ways.flatMap(({ presets }) => presets),
  given: new Set(ways.flatMap(({ given }) => [...given])),
});

/** Whether the version has all roles of a preset, so that what it allows is known. */
const isMeasured = (preset: Preset, matrix: MeasuredMatrix) => {
  const roles = adminRolesGivenBy([preset]);
  const names = measuredRoleNames(roles, matrix);
  const known = [...matrix.roles, ...matrix.masterRoles];
  return names.length === roles.length && names.every((name) => known.includes(name));
};

/** All sets of so many ways, each in the order of the list. */
function* setsOf(size: number, ways: readonly Way[]): Generator<readonly Way[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [index, way] of ways.entries()) {
    for (const others of setsOf(size - 1, ways.slice(index + 1))) yield [way, ...others];
  }
}

/** Those that give nothing that another one does without; the least dangerous and smallest first. */
function best(ways: readonly Way[]): readonly PresetSet[] {
  return ways
    .filter(
      ({ given }) =>
        !ways.some((other) => other.given.size < given.size && isWithin(other.given, given)),
    )
    .map((way) => ({ ...way, roles: adminRolesGivenBy(way.presets) }))
    .map((way) => ({ ...way, danger: dangerOf(way.roles) }))
    .sort(
      (a, b) =>
        a.danger - b.danger || a.given.size - b.given.size || a.roles.length - b.roles.length,
    )
    .map(({ presets }) => presets);
}

/** The best sets of the fewest presets, of at least so many, that give what is needed. */
function fewest(
  ways: readonly Way[],
  isEnough: (way: Way) => boolean,
  atLeast = 1,
): readonly PresetSet[] {
  if (!isEnough(together(ways))) return [];
  for (let size = atLeast; size <= mostTogether; size += 1) {
    const found = [...setsOf(size, ways)].map(together).filter(isEnough);
    if (found.length > 0) return size === 1 ? best(found) : best(found).slice(0, mostSets);
  }
  return [];
}

/**
 * The presets that allow all of the calls, each alone, the least dangerous and smallest first;
 * where no preset does, the best sets of two, else of three. Where more presets would do less harm,
 * the best set of those comes last.
 *
 * Presets that give more than another answer and lack nothing of it are left out, and those with
 * realm-admin where anything else answers. What a preset with a role outside the measurement allows
 * is not known, so it is none.
 */
export function presetsForCalls(
  calls: Iterable<MeasuredCall>,
  matrix: MeasuredMatrix,
  presets: readonly Preset[],
): readonly PresetSet[] {
  const asked = [...calls];
  const needs = needsOfCalls(asked, matrix);
  if (needs.length === 0) return [];
  const isEnough = ({ given }: Way) => needs.every((need) => isMet(need, given));
  const measured = presets.filter((preset) => isMeasured(preset, matrix));
  const lesser = measured.filter(
    (preset) => !roleNamesOf([preset], matrix).includes(fullAdministrator),
  );
  const waysOf = (some: readonly Preset[]) => some.map((preset) => wayOf(preset, matrix));
  const [first, ...others] = fewest(waysOf(lesser), isEnough);
  if (first === undefined) {
    const allowing = measured.filter((preset) =>
      asked.every((call) => verdictOf(call, roleNamesOf([preset], matrix), matrix) === "allowed"),
    );
    return best(waysOf(allowing));
  }
  const limit = withoutTheWorst(dangerOf(adminRolesGivenBy(first)));
  const harmless = lesser.filter((preset) => dangerOf(adminRolesGivenBy([preset])) < limit);
  const safer = fewest(waysOf(harmless), isEnough, first.length + 1);
  return [first, ...others, ...safer.slice(0, 1)];
}
