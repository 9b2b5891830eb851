import fc from "fast-check";
import { expect, test } from "vitest";
import { accountsAsCsv } from "../../../src/formats/accounts-as-csv.ts";
import { givenBy, makeRows } from "../access/make-survey.ts";
import { anyRows } from "./any-rows.ts";
import { parseCsv } from "./parse-csv.ts";

const head = [
  "realm",
  "client_id",
  "client_uuid",
  "enabled",
  "administers",
  "presets",
  "begun_preset",
  "missing_roles",
  "outdated_presets",
  "other_roles",
  "roles",
  "indirect_roles",
  "risk",
  "consequences",
  "last_sign_in",
];

/** The text without the apostrophe that keeps a spreadsheet from taking it for a formula. */
const withoutGuard = (text: string) => text.replace(/^'(?=[=+\-@＝＋－＠\t\r\n])/, "");

test("an account is one line, its fields under their names", () => {
  const given = [
    ...givenBy({ kind: "group", name: "/a, b" }, "view-realm"),
    ...givenBy({ kind: "composite", name: 'the "ops"' }, "view-realm"),
  ];
  const mapped = ["view-users", "query-realms", "impersonation"];
  const rows = makeRows([{ clientId: "Billing", mapped, given, isUserEnabled: false }]).map(
    (row) => ({ ...row, outdated: row.presets, lastSignIn: Date.UTC(2026, 0, 2, 3, 4, 5) }),
  );
  const [names = [], fields = [], ...more] = parseCsv(accountsAsCsv(rows));
  expect(more).toEqual([]);
  expect(names.map((name, place) => [name, fields[place]])).toEqual([
    ["realm", "demo"],
    ["client_id", "Billing"],
    ["client_uuid", "uuid of Billing"],
    ["enabled", "false"],
    ["administers", "demo"],
    ["presets", "access-review support-impersonation"],
    ["begun_preset", ""],
    ["missing_roles", "0"],
    ["outdated_presets", "access-review support-impersonation"],
    ["other_roles", "query-realms"],
    ["roles", "impersonation query-groups query-realms query-users view-realm view-users"],
    ["indirect_roles", 'view-realm (group /a, b, composite the "ops")'],
    ["risk", "critical"],
    ["consequences", "becomesRealmAdmin"],
    ["last_sign_in", "2026-01-02T03:04:05.000Z"],
  ]);
});

test("without accounts there is the head line alone", () => {
  expect(accountsAsCsv([])).toBe(`${head.join(",")}\r\n`);
});

test("what is not known is left empty", () => {
  const rows = makeRows([{ clientId: "a" }]).map((row) => ({
    ...row,
    client: undefined,
    enabled: undefined,
    lastSignIn: undefined,
  }));
  expect(parseCsv(accountsAsCsv(rows))[1]).toEqual(
    head.map(
      (name) =>
        ({ realm: "demo", client_id: "a", administers: "demo" })[name] ??
        (name === "missing_roles" ? "0" : ""),
    ),
  );
});

test("whatever the names hold, a reader gets back as many lines and fields, and the same names", () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const [names, ...lines] = parseCsv(accountsAsCsv(rows));
      expect(names).toEqual(head);
      expect(lines.map(({ length }) => length)).toEqual(rows.map(() => head.length));
      expect(
        lines.map(([realm = "", clientId = "", , , administers = ""]) =>
          [realm, clientId, administers].map(withoutGuard),
        ),
      ).toEqual(
        rows.map(({ realm, clientId, administers }) =>
          [realm, clientId, administers].map(withoutGuard),
        ),
      );
    }),
  );
});

test("no field begins like a formula", () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const fields = parseCsv(accountsAsCsv(rows)).flat();
      expect(fields.filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
    }),
  );
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "\r=1", "\n=1"])(
  "%j gets an apostrophe in front, wherever it stands",
  (name) => {
    const [row] = makeRows([{ clientId: name }]).map((it) => ({
      ...it,
      realm: name,
      administers: name,
    }));
    const fields = parseCsv(accountsAsCsv(row === undefined ? [] : [row]))[1] ?? [];
    const guarded = ["realm", "client_id", "administers"];
    expect(guarded.map((column) => fields[head.indexOf(column)])).toEqual(
      guarded.map(() => `'${name}`),
    );
  },
);
