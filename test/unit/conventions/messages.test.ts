import { parse } from "dot-properties";
import { expect, test } from "vitest";
import { modes } from "../../../src/access/plan/plan.ts";
import { presetGroups, presets } from "../../../src/catalog/presets/presets.ts";
import { adminRoles, masterRealmRoles } from "../../../src/catalog/roles/admin-roles.ts";
import { consequences, riskLevels } from "../../../src/catalog/roles/consequences.ts";
import { keyUsesIn } from "./key-uses.ts";
import { readText } from "./source-files.ts";

const texts = new Map(Object.entries(parse(readText("messages/messages_en.properties"))));
const keys = [...texts.keys()].map((key) => key.replace(/_(one|other)$/, ""));
const uses = keyUsesIn("src", new Set(keys.map((key) => key.split(".")[0] ?? "")));

/** What may stand in a key with gaps; each gap is a part between two dots. */
const patternOf = (composed: string) =>
  new RegExp(
    `^${composed
      .split(/\$\{[^}]*\}/)
      .map((part) => part.replaceAll(".", "\\."))
      .join("([\\w-]+)")}$`,
  );

const patterns = new Map(uses.composed.map((composed) => [composed, patternOf(composed)]));

/** Beginnings of keys that are kept in a name of their own before they are ended. */
const begun = [/^presets\.([\w-]+)\.words$/];

test("every text that is named in src/ exists", () => {
  expect([...uses.named].filter((key) => !keys.includes(key))).toEqual([]);
  expect(uses.named.size).toBeGreaterThan(30);
});

test("for every key that is put together while running there is a text", () => {
  const without = [...patterns].filter(([, pattern]) => !keys.some((key) => pattern.test(key)));
  expect(without.map(([composed]) => composed)).toEqual([]);
  expect(patterns.size).toBeGreaterThan(30);
});

test("every text is used: it is named, or all that fills the gaps of its key is", () => {
  const unused = keys.filter((key) => {
    if (uses.named.has(key)) return false;
    return ![...patterns.values(), ...begun].some((pattern) => {
      const [, ...words] = pattern.exec(key) ?? [];
      return words.length > 0 && words.every(uses.isSaid);
    });
  });
  expect(unused).toEqual([]);
});

test.each(presets)("preset $id has a name, a purpose and words to be found by", ({ id }) => {
  expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  for (const key of [`presets.${id}`, `presets.${id}.purpose`, `presets.${id}.words`]) {
    expect(texts.get(key)).toBeTruthy();
  }
});

test("no text belongs to a preset, a consequence or a group that there is not", () => {
  const known = new Set([
    ...presets.map(({ id }) => `presets.${id}`),
    ...consequences.map(({ id }) => `consequence.${id}`),
    ...presetGroups.map((group) => `group.${group}`),
    ...riskLevels.map((level) => `filter.risk.${level}`),
  ]);
  const ofData = keys.filter((key) => /^(presets|consequence|group|filter\.risk)\./.test(key));
  const unknown = ofData.filter((key) => !known.has(key.replace(/\.(purpose|words|reason)$/, "")));
  expect(unknown).toEqual([]);
});

test("every consequence is named and explained, and every role of a preset is known", () => {
  for (const { id } of consequences) {
    expect(texts.get(`consequence.${id}`)).toBeTruthy();
    expect(texts.get(`consequence.${id}.reason`)).toBeTruthy();
  }
  for (const { container, name } of presets.flatMap(({ roles }) => roles)) {
    expect((container === "admin" ? adminRoles : masterRealmRoles).has(name)).toBe(true);
  }
});

test("every failure of a request or of the session has a text that says what to do", () => {
  const failures = [
    ...["unreachable", "notSignedIn", "forbidden", "notFound", "conflict", "tooManyRequests"],
    ...["notKeycloak", "refused", "serverError", "unexpected", "signInNeeded", "otherUser"],
    ...["sessionUnreachable", "untrusted", "hidden", "clientRefused"],
  ];
  for (const failure of failures) {
    expect(texts.get(`problem.${failure}`)).toMatch(/again|need|Load|Look|Check|Wait|Reload/);
  }
  expect([...texts.values()].join("\n")).not.toMatch(/went wrong/i);
});

test("every plan, report and check has its texts", () => {
  const made = [
    ...modes.flatMap((mode) => [
      ...[`plan.title.${mode}`, `plan.mode.${mode}`, `plan.confirm.${mode}`, `done.${mode}`],
      `attempts.${mode}`,
    ]),
    ...["account", "mapping", "scope", "clientScope"].flatMap((place) =>
      ["held", "notHeld", "unknown"].map((state) => `line.${place}.${state}`),
    ),
    ...["mapping", "scope", "clientScope"].flatMap((place) => [
      `step.add.${place}`,
      `step.remove.${place}`,
    ]),
    ...["account", "scope", "clientScope"].map((place) => `blocked.${place}`),
    ...["account", "enabled", "roles", "scope", "clientScope", "credentials"].flatMap((id) => [
      `check.${id}`,
      `check.${id}.ok`,
    ]),
  ];
  expect(made.filter((key) => !texts.has(key))).toEqual([]);
});
