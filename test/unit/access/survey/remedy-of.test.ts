import { expect, test } from "vitest";
import type { AccountRow } from "../../../../src/access/survey/account-rows.ts";
import { findingsOf } from "../../../../src/access/survey/findings.ts";
import { remedyOf } from "../../../../src/access/survey/remedy-of.ts";
import type { Source } from "../../../../src/access/survey/survey.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { givenBy, makeRows, signInsOf45Days } from "../make-survey.ts";

const group: Source = { kind: "group", name: "/ops" };
const defaultRole: Source = { kind: "defaultRole", name: "default-roles-demo" };

type Accounts = Parameters<typeof makeRows>[0];
type Changes = Parameters<typeof makeRows>[1];

/** All of these clients have full scope allowed: that finding is left out. */
const remediesOf = (accounts: Accounts, changes?: Changes) =>
  allRemediesOf(accounts, changes).filter(([id]) => id !== "unready");

/** What is to be done about the findings of accounts, each as its id, its kind and the client IDs it is for. */
function allRemediesOf(accounts: Accounts, changes?: Changes) {
  const rows = makeRows(accounts, changes);
  return findingsOf(rows).map((finding) => {
    const remedy = remedyOf(finding, rows);
    const about =
      remedy === undefined
        ? []
        : "rows" in remedy
          ? remedy.rows.map(({ clientId }) => clientId)
          : "row" in remedy
            ? [remedy.row.clientId]
            : [];
    return [finding.id, remedy?.kind, about];
  });
}

test("wide access is replaced, for all accounts of the finding at once", () => {
  const accounts = ["a", "b"].map((clientId) => ({ clientId, mapped: ["realm-admin"] }));
  expect(remediesOf(accounts)).toEqual([["realmAdmin", "replace", ["a", "b"]]]);
});

test("access that nobody uses now is removed, that of a leftover account too", () => {
  const accounts = [
    { clientId: "a", mapped: ["view-realm"], isClientEnabled: false },
    { clientId: "b", mapped: ["view-realm"], isUserEnabled: false },
    { clientId: "c", mapped: ["view-realm"], isOn: false },
  ];
  expect(remediesOf(accounts)).toEqual(
    expect.arrayContaining([
      ["clientDisabled", "remove", ["a"]],
      ["userDisabled", "remove", ["b"]],
      ["leftover", "remove", ["c"]],
    ]),
  );
});

test("an account without a sign-in loses its access", () => {
  const found = remediesOf([{ clientId: "a", mapped: ["view-realm"], createdAt: 0 }], {
    signIns: signInsOf45Days(),
  });
  expect(found).toContainEqual(["unused", "remove", ["a"]]);
});

test("what a group gives is changed at the account, where it is one alone", () => {
  const account = (clientId: string) => ({ clientId, given: givenBy(group, "view-realm") });
  expect(remediesOf([account("a")])).toEqual([["indirect", "userRoles", ["a"]]]);
  expect(remediesOf([account("a"), account("b")])).toEqual([["indirect", undefined, []]]);
});

test("what everybody holds is changed in the realm's settings", () => {
  const found = remediesOf([{ clientId: "a", given: givenBy(defaultRole, "view-realm") }]);
  expect(found).toContainEqual(["givenToAll", "defaultRoles", []]);
});

test("an account of which no client is known can't be changed from the list", () => {
  const rows = makeRows([{ clientId: "a", mapped: ["realm-admin"] }]).map((row) => ({
    ...row,
    client: undefined,
  }));
  const finding = { id: "realmAdmin", rows: new Set(rows.map(({ key }) => key)) } as const;
  expect(remedyOf(finding, rows)).toBeUndefined();
  const old = { ...finding, id: "oldSecret" } as const;
  expect(remedyOf(old, rows)).toBeUndefined();
  expect(remedyOf({ id: "wide", rows: new Set(["gone"]) }, rows)).toBeUndefined();
});

test("one old secret is renewed under Credentials, and an outdated preset on the client's tab", () => {
  const rows = makeRows([{ clientId: "a", mapped: ["view-realm"] }]);
  const keys = new Set(rows.map(({ key }) => key));
  expect(remedyOf({ id: "oldSecret", rows: keys }, rows)?.kind).toBe("credentials");
  expect(remedyOf({ id: "outdated", rows: keys }, rows)?.kind).toBe("client");
  expect(remedyOf({ id: "unlinked", rows: keys }, rows)?.kind).toBe("userRoles");
});

test("presets of a realm are brought up to date for all that got an earlier revision", () => {
  const [curated] = presets;
  const own = { ...presets[0], custom: { name: "Reader", purpose: "", revision: 2, gives: [] } };
  const rows = makeRows(
    ["a", "b", "c"].map((clientId) => ({ clientId, mapped: ["view-realm"] })),
  ).map((row) => ({ ...row, outdated: row.clientId === "c" ? [curated] : [own] }) as AccountRow);
  const remedy = remedyOf({ id: "outdated", rows: new Set(rows.map(({ key }) => key)) }, rows);
  expect(remedy).toEqual({ kind: "update", rows: rows.slice(0, 2) });
});

test("full scope is turned off for those that have it", () => {
  const accounts = [
    { clientId: "a", mapped: ["view-users"] },
    { clientId: "b", mapped: ["view-users"], fullScopeAllowed: false },
  ];
  expect(allRemediesOf(accounts)).toContainEqual(["unready", "fullScope", ["a"]]);
});
