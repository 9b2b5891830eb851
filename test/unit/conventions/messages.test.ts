import { parse } from "dot-properties";
import { expect, test } from "vitest";
import { modes } from "../../../src/access/make-plan.ts";
import { adminRoles, masterRealmRoles } from "../../../src/catalog/admin-roles.ts";
import { consequences, riskLevels } from "../../../src/catalog/consequences.ts";
import { presetGroups, presets } from "../../../src/catalog/presets.ts";
import { readText, sourceFiles } from "./source-files.ts";

const texts = new Map(Object.entries(parse(readText("messages/messages_en.properties"))));
const keys = [...texts.keys()].map((key) => key.replace(/_(one|other)$/, ""));
const sources = ["panel", "access", "keycloak", "session"]
  .flatMap((room) => sourceFiles(`src/${room}`))
  .map(({ text }) => text)
  .concat(readText("src/main.ts"))
  .join("\n");

/** Keys that are put together while running: their beginnings, and where the rest comes from. */
const composed = [
  "presets.",
  "consequence.",
  "group.",
  "filter.",
  "role.",
  "status.",
  "reason.",
  "verdict.",
  "answer.foreign.",
  "check.",
  "done.",
  "plan.title.",
  "plan.mode.",
  "plan.confirm.",
  "step.",
  "untouched.",
  "blocked.",
  "line.",
  "rights.",
  "realmPicker.",
  "accounts.gap.",
  "accounts.export.",
  "accounts.column.",
  "accounts.through.",
  "accounts.lastSignIn.",
  "finding.",
  "newClient.verdict.",
  "newClient.line.",
  "newClient.credential.",
  "bulk.mode.",
  "export.format.",
  "connect.authenticator.",
  "connect.code.",
  "connect.lifespan.",
  "summary.plan",
  "summary.check",
  "summary.connect",
  "summary.export",
  "export.about.",
  "bulk.confirm.",
  "bulk.state.",
];
const composedToo = ["attempts.", "problem."];

test("every text that a component names exists", () => {
  const named = [...sources.matchAll(/\bt\(\s*"([^"]+)"/g)].map(([, key = ""]) => key);
  expect(named.filter((key) => !keys.includes(key))).toEqual([]);
  expect(named.length).toBeGreaterThan(30);
});

test("every text is used", () => {
  const unused = keys.filter((key) => {
    if (sources.includes(`"${key}"`)) return false;
    if (composed.some((begin) => key.startsWith(begin))) return false;
    const begin = composedToo.find((it) => key.startsWith(it));
    const [, rest = ""] = begin === undefined ? [] : key.split(begin);
    return begin === undefined || !sources.includes(`"${rest.split(".")[0]}"`);
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
