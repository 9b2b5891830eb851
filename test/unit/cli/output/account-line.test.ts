import { expect, test } from "vitest";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { accountLine } from "../../../../src/cli/output/account-line.ts";
import { accountsByDanger } from "../../../../src/cli/output/accounts-by-danger.ts";
import { accountHolders } from "../../../../src/cli/realm-file/account-holders.ts";
import { realmExportSchema } from "../../../../src/cli/realm-file/realm-export.ts";
import { surveyRealmExport } from "../../../../src/cli/realm-file/survey-realm-export.ts";
import { client } from "../exported-realm.ts";

const exported = realmExportSchema.parse({ realm: "demo", clients: [client("api")] });

const idle = accountsByDanger(surveyRealmExport(exported, accountHolders(exported)));

test("a role without a known risk is printed with that", () => {
  const looseRoles = [{ container: "admin" as const, name: "some-new-role" }];
  expect(idle.map((row) => accountLine({ ...row, looseRoles }))).toEqual([
    "demo / api  |  some-new-role  |  no known risk",
  ]);
});

test("the former roles of a changed preset are printed as such", () => {
  const outdated = presets.filter(({ id }) => id === "event-reader");
  expect(idle.map((row) => accountLine({ ...row, outdated }))).toEqual([
    "demo / api  |  no admin role  |  former roles of a changed preset: Event reader",
  ]);
});
