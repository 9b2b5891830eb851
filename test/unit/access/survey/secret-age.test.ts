import { expect, test } from "vitest";
import { findingsOf } from "../../../../src/access/survey/findings.ts";
import { hasOldSecret, secretAgeOf } from "../../../../src/access/survey/secret-age.ts";
import { makeRows } from "../make-survey.ts";

const day = 86_400_000;
const now = 1_000 * day;

test.each([
  ["whole days", { usesSecret: true, secretCreatedAt: now - 2.9 * day }, 2],
  ["none before its time", { usesSecret: true, secretCreatedAt: now + day }, 0],
  ["none for a client that signs", { usesSecret: false, secretCreatedAt: 1 }, "none"],
  ["not known without a time", { usesSecret: true, secretCreatedAt: undefined }, undefined],
  ["not known where it isn't known how it signs in", { secretCreatedAt: 1 }, undefined],
  ["not known without a client", undefined, undefined],
] as const)("the age of a secret is %s", (_, client, age) => {
  expect(secretAgeOf(client, now)).toBe(age);
});

test.each([
  [365.9, false],
  [366, true],
])("a secret of %s days being old is %s", (days, isOld) => {
  const client = { usesSecret: true, secretCreatedAt: now - days * day };
  expect(hasOldSecret(client, now)).toBe(isOld);
});

test("an old secret is a finding if its service account has roles", () => {
  const old = { secretCreatedAt: now - 400 * day };
  const rows = makeRows([
    { clientId: "old", mapped: ["view-events"], ...old },
    { clientId: "idle", ...old },
    { clientId: "leftover", mapped: ["view-events"], isOn: false, ...old },
    { clientId: "young", mapped: ["view-events"], secretCreatedAt: now },
  ]).map((row) => ({ ...row, client: row.client && { ...row.client, usesSecret: true } }));
  const found = findingsOf(rows, now).find(({ id }) => id === "oldSecret");
  const [old1] = rows.filter(({ clientId }) => clientId === "old");
  expect(found).toEqual({ id: "oldSecret", level: "medium", rows: new Set([old1?.key]) });
});
