import { expect, test } from "vitest";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { accountLine } from "../../../../src/cli/output/account-line.ts";
import { accountsByDanger } from "../../../../src/cli/output/accounts-by-danger.ts";
import { accountHolders } from "../../../../src/cli/realm-file/account-holders.ts";
import { realmExportSchema } from "../../../../src/cli/realm-file/realm-export.ts";
import { surveyRealmExport } from "../../../../src/cli/realm-file/survey-realm-export.ts";
import { makeRows } from "../../access/make-survey.ts";
import { measuredReach } from "../../access/measured-reach.ts";
import { client } from "../exported-realm.ts";

const measured = await measuredReach();

const exported = realmExportSchema.parse({ realm: "demo", clients: [client("api")] });

const idle = accountsByDanger(surveyRealmExport(exported, accountHolders(exported)));

test("a role without a known risk is printed with that", () => {
  const looseRoles = [{ container: "admin" as const, name: "some-new-role" }];
  expect(idle.map((row) => accountLine({ ...row, looseRoles }, measured))).toEqual([
    "demo / api  |  some-new-role  |  no known risk  |  reaches nothing",
  ]);
});

test("the former roles of a changed preset are printed as such", () => {
  const outdated = presets.filter(({ id }) => id === "event-reader");
  expect(idle.map((row) => accountLine({ ...row, outdated }, measured))).toEqual([
    "demo / api  |  no admin role  |  former roles of a changed preset: Event reader",
  ]);
});

test("a line ends with how far the account reaches, the most first", () => {
  const [row] = makeRows([{ clientId: "api", mapped: ["manage-events", "view-clients"] }]);
  expect(row && accountLine(row, measured)).toContain(
    "  |  changes: events; reads secrets: clients; reads: ",
  );
});

test("of an account whose calls are denied the line says so", () => {
  const [row] = makeRows([{ clientId: "api", mapped: ["realm-admin"], isUserEnabled: false }]);
  expect(row && accountLine(row, measured)).toMatch(/ {2}\| {2}calls denied now$/);
});
