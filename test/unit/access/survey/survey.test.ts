import fc from "fast-check";
import { expect, test } from "vitest";
import { accountName, accountPrefix } from "../../../../src/access/survey/survey.ts";
import { anyText } from "../any-text.ts";

test("an account is called after its client, in lower case", () => {
  expect(accountName("Billing-API")).toBe("service-account-billing-api");
  expect(accountName("__proto__")).toBe("service-account-__proto__");
  expect(accountName("")).toBe(accountPrefix);
});

test("the lookup name of a client ID ignores case", () => {
  fc.assert(
    fc.property(anyText(), (clientId) => {
      const name = accountName(clientId);
      expect(name.startsWith(accountPrefix)).toBe(true);
      expect(accountName(name.slice(accountPrefix.length))).toBe(name);
    }),
  );
});
