import fc from "fast-check";
import { expect, test } from "vitest";
import { accountsAsJson } from "../../../src/formats/accounts-as-json.ts";
import { describeAccount } from "../../../src/formats/describe-account.ts";
import { anyRows } from "./any-rows.ts";

test("whatever names contain, the same descriptions are read back", () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      expect(JSON.parse(accountsAsJson(rows))).toEqual(rows.map((row) => describeAccount(row)));
    }),
  );
});

test("without accounts it is an empty list, and a text ends with a line", () => {
  expect(accountsAsJson([])).toBe("[]\n");
});
