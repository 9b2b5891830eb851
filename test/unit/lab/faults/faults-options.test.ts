import { expect, test } from "vitest";
import { readFaultsOptions } from "../../../../lab/faults/options.ts";

test("all cases run on the newest Keycloak, unless another or a part is asked for", () => {
  expect(readFaultsOptions([])).toEqual({ version: "26.7.3", part: undefined });
  expect(readFaultsOptions(["apply: 409"])).toEqual({ version: "26.7.3", part: "apply: 409" });
  expect(readFaultsOptions(["--keycloak", "26.0.8", "undo"])).toEqual({
    version: "26.0.8",
    part: "undo",
  });
});

test.each([["--keycloack"], ["--keycloak"], ["one", "two"]])("%s is not understood", (...given) => {
  expect(() => readFaultsOptions(given)).toThrow("--keycloak <version>");
});
