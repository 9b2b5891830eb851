import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  type Preset,
  presets,
  type RoleReference,
} from "../../../../src/catalog/presets/presets.ts";
import { adminRoles, masterRealmRoles } from "../../../../src/catalog/roles/admin-roles.ts";
import { releasedRoleSets } from "./released-role-sets.ts";

const inWords = (roles: readonly RoleReference[]) => roles.map(({ name }) => name).join(" ");
const released = [...releasedRoleSets].flatMap(([version, sets]) =>
  [...sets].map(([id, roles]) => ({ version, id, roles })),
);
const majorOf = (version: string) => Number.parseInt(version, 10);

/** Where a preset stands in the changelog among the role sets that a release changed. */
const isInChangelog = (id: string, version: string) =>
  readFileSync("CHANGELOG.md", "utf8")
    .split(/^## /m)
    .find((section) => section.startsWith(version))
    ?.split("### Changed role sets")[1]
    ?.includes(`\`${id}\``) ?? false;

function promisesBrokenBy(
  preset: Preset | undefined,
  { id, version, roles }: (typeof released)[0],
) {
  if (preset === undefined) return [`${id} of ${version} is gone`];
  if (inWords(preset.roles) === roles) return [];
  const former = preset.formerly?.find((it) => inWords(it.roles) === roles);
  if (former === undefined) return [`${id} does not name under formerly what ${version} gave`];
  const { changedIn } = former;
  return [
    ...(majorOf(changedIn) > majorOf(version) ? [] : [`${id} changed with no new major version`]),
    ...(isInChangelog(id, changedIn) ? [] : [`the changelog of ${changedIn} lacks ${id}`]),
  ];
}

const findBroken = (now: readonly Preset[]) =>
  released.flatMap((one) =>
    promisesBrokenBy(
      now.find(({ id }) => id === one.id),
      one,
    ),
  );

test("no two presets have one id, and each id is in kebab-case", () => {
  expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
  for (const { id } of presets) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test("every role of a preset is a known one", () => {
  for (const { container, name } of presets.flatMap(({ roles }) => roles)) {
    expect((container === "admin" ? adminRoles : masterRealmRoles).has(name)).toBe(true);
  }
});

test("preset ids are permanent, and a changed role set needs a major version, a line in the changelog and one in the tab", () => {
  expect(findBroken(presets)).toEqual([]);
});

test("each preset of the version that is to be released is recorded", () => {
  const newest = new Map(released.map(({ id, roles }) => [id, roles]));
  expect(presets.map(({ id, roles }) => `${id}: ${inWords(roles)}`)).toEqual(
    presets.map(({ id }) => `${id}: ${newest.get(id)}`),
  );
});

test("a preset that is renamed, or changed without a word, would be found", () => {
  const [first, ...others] = presets;
  const another = others[0];
  if (first === undefined || another === undefined) throw new Error("There are no presets.");
  const changed = { ...first, roles: first.roles.slice(1) };
  const { id } = first;
  expect(findBroken([...others, { ...first, id: another.id }])).toEqual([`${id} of 1.0.0 is gone`]);
  expect(findBroken([changed, ...others])).toEqual([
    `${id} does not name under formerly what 1.0.0 gave`,
  ]);
  expect(
    findBroken([{ ...changed, formerly: [{ changedIn: "1.1.0", roles: first.roles }] }, ...others]),
  ).toEqual([`${id} changed with no new major version`, `the changelog of 1.1.0 lacks ${id}`]);
});
