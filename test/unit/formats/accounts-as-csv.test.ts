import { parse as parseLenient } from "csv-parse/sync";
import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { accountsAsCsv } from "../../../src/formats/accounts-as-csv.ts";
import type { ExportedOrigin } from "../../../src/formats/describe-origins.ts";
import { givenBy, makeRows } from "../access/make-survey.ts";
import { measuredReach } from "../access/measured-reach.ts";
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
  "username",
  "state",
  "reach_measured_on",
  "reach_users",
  "reach_groups",
  "reach_roles",
  "reach_clients",
  "reach_identity_providers",
  "reach_realm",
  "reach_events",
  "reach_sessions",
  "reach_organizations",
  "reach_authentication",
  "origins",
  "owner",
  "purpose",
  "review_date",
  "reviewed_by",
  "reviewed_at",
  "review",
];

/** The text without apostrophes, which may keep a spreadsheet from taking it for a formula. */
const withoutGuard = (text: string) => text.replaceAll("'", "");

test("an account is one line, its fields under their names", async () => {
  const given = [
    ...givenBy({ kind: "group", name: "/a, b" }, "view-realm"),
    ...givenBy({ kind: "composite", name: 'the "ops"' }, "view-realm"),
  ];
  const mapped = ["view-users", "query-realms", "impersonation"];
  const origins: readonly ExportedOrigin[] = [
    {
      ...{ through: "role view-users", assignedAt: null, assignedBy: null },
      origin: "notRecorded",
    },
    {
      ...{ through: "group /ops", assignedAt: "2026-01-02T00:00:00.000Z", assignedBy: "anna" },
      origin: "recorded",
    },
  ];
  const attributes = { owner: "Team Billing", "review-date": "someday" };
  const rows = makeRows([{ clientId: "Billing", mapped, given, attributes }]).map((row) => ({
    ...row,
    outdated: row.presets,
    lastSignIn: Date.UTC(2026, 0, 2, 3, 4, 5),
  }));
  const [names = [], fields = [], ...more] = parseCsv(
    accountsAsCsv(rows, await measuredReach(), () => origins),
  );
  expect(more).toEqual([]);
  expect(names.map((name, place) => [name, fields[place]])).toEqual([
    ["realm", "demo"],
    ["client_id", "Billing"],
    ["client_uuid", "uuid of Billing"],
    ["enabled", "true"],
    ["administers", "demo"],
    ["presets", "access-review support-impersonation"],
    ["begun_preset", ""],
    ["missing_roles", "0"],
    ["outdated_presets", "access-review support-impersonation"],
    ["other_roles", "query-realms"],
    ["roles", "impersonation query-groups query-realms query-users view-realm view-users"],
    ["indirect_roles", 'view-realm (group /a, b, composite the "ops")'],
    ["risk", "critical"],
    ["consequences", "becomesAdminByAccount actsAsUsers"],
    ["last_sign_in", "2026-01-02T03:04:05.000Z"],
    ["username", "service-account-billing"],
    ["state", "active"],
    ["reach_measured_on", "26.7.3"],
    ["reach_users", "canEscalate"],
    ["reach_groups", "reads"],
    ["reach_roles", "reads"],
    ["reach_clients", "reads"],
    ["reach_identity_providers", "none"],
    ["reach_realm", "reads"],
    ["reach_events", "none"],
    ["reach_sessions", "reads"],
    ["reach_organizations", "none"],
    ["reach_authentication", "readsSecrets"],
    ["origins", "role view-users: not recorded; group /ops: 2026-01-02T00:00:00.000Z by anna"],
    ["owner", "Team Billing"],
    ["purpose", ""],
    ["review_date", "someday"],
    ["reviewed_by", ""],
    ["reviewed_at", ""],
    ["review", "notADate"],
  ]);
});

test("without accounts there is only the header", () => {
  expect(accountsAsCsv([])).toBe(`${head.join(",")}\r\n`);
});

test("what is not known is left empty", () => {
  const rows = makeRows([{ clientId: "a" }]).map((row) => ({
    ...row,
    client: undefined,
    state: undefined,
    lastSignIn: undefined,
  }));
  expect(parseCsv(accountsAsCsv(rows))[1]).toEqual(
    head.map(
      (name) =>
        (
          ({
            ...{ realm: "demo", client_id: "a", administers: "demo" },
            username: "service-account-a",
          }) as Record<string, string>
        )[name] ?? (name === "missing_roles" ? "0" : ""),
    ),
  );
});

test("whatever names contain, a parser reads back the same lines, fields and names", () => {
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

/** Readers of CSV, as lenient as programs are with files of another separator than they expect. */
const readers: readonly (readonly [string, (text: string, separator: string) => string[][]])[] = [
  [
    "Papa Parse",
    (text, delimiter) =>
      (["\r\n", "\n", "\r"] as const).flatMap((newline) => {
        const lines = Papa.parse<string[]>(text, { delimiter, newline }).data;
        // The file's own lines end with both.
        return lines.map((fields) => fields.map((it) => it.replace(/\r$/, "")));
      }),
  ],
  [
    "csv-parse",
    (text, delimiter) =>
      parseLenient(text, {
        ...{ delimiter, relax_quotes: true, relax_column_count: true, trim: true },
        record_delimiter: ["\r\n", "\n", "\r"],
        skip_records_with_error: true,
      }),
  ],
  [
    "a reader without quotes",
    (text, separator) => text.split(/[\r\n]/).map((line) => line.split(separator)),
  ],
];

const separators = [",", ";", "\t", "|"];

test.each(
  readers.flatMap(([name, read]) =>
    separators.map((separator) => ({ name, separator: JSON.stringify(separator), read })),
  ),
)("$name finds no formula with the separator $separator", ({ read, separator }) => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const fields = read(accountsAsCsv(rows), JSON.parse(separator)).flat();
      expect(fields.filter((text) => /^[=+\-@＝＋－＠\t\r]/.test(text))).toEqual([]);
      expect(fields.filter((text) => /^[\s"]*[=+\-@＝＋－＠]/.test(text))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["a;=1", "a;'=1"],
  ["a\t+1", "a\t'+1"],
  ["a\n-1", "a\n'-1"],
  ["a\r\n@x", "a\r\n'@x"],
  ["a; ＝1", "a;' ＝1"],
  ['a;"=1"', 'a;\'"=1"'],
  ["a;\t=1", "a;'\t'=1"],
  ["a;;=1", "a;;'=1"],
  ["a|=1,+1", "a|'=1,'+1"],
  ["a;b - c; d=1", "a;b - c; d=1"],
])("%j is written as %j", (name, written) => {
  const [row] = makeRows([{ clientId: name }]);
  const fields = parseCsv(accountsAsCsv(row === undefined ? [] : [row]))[1] ?? [];
  expect(fields[head.indexOf("client_id")]).toBe(written);
});

test("names are shown as they are asked for, and guarded as they are shown", () => {
  const rows = makeRows([{ clientId: "a" }], { realm: "x", administers: "x" });
  const fields =
    parseCsv(
      accountsAsCsv(rows, undefined, undefined, (text) => (text === "a" ? "=a\n=b" : text)),
    )[1] ?? [];
  expect(fields[head.indexOf("client_id")]).toBe("'=a\n'=b");
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\tx", "\rx", "\nx", " =1", '"=1"'])(
  "%j gets a leading apostrophe in every position",
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

test("of a list whose use was checked, the last write stands behind all other columns", () => {
  const [first, second, third] = makeRows(
    ["a", "b", "c"].map((clientId) => ({ clientId, mapped: ["manage-users"] })),
  );
  if (first === undefined || second === undefined || third === undefined) throw new Error();
  const rows = [
    { ...first, lastWrite: 0 },
    { ...second, lastWrite: { noneSince: 86_400_000 } },
    third,
  ];
  const [header, ...lines] = parseCsv(accountsAsCsv(rows));
  expect(header).toEqual([...head, "last_write"]);
  expect(lines.map((line) => line.at(-1))).toEqual([
    "1970-01-01T00:00:00.000Z",
    "none since 1970-01-02T00:00:00.000Z",
    "",
  ]);
});
