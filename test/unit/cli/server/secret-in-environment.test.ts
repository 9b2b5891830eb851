import { expect, test } from "vitest";
import { secretInEnvironment } from "../../../../src/cli/server/secret-in-environment.ts";

const secretFrom = (value: string | undefined) =>
  secretInEnvironment("auditor", { environment: { CLIENT_SECRET: value } });

test("takes the secret from CLIENT_SECRET", () => {
  expect(secretFrom("s3cret")).toBe("s3cret");
});

test("without CLIENT_SECRET, says which secret to set", () => {
  expect(() => secretFrom(undefined)).toThrow("CLIENT_SECRET to the secret of auditor");
});

test("refuses what Keycloak shows in place of a secret, and names the right that shows it", () => {
  expect(() => secretFrom("**********")).toThrow(
    /in place of the secret of auditor[\s\S]*manage-clients/,
  );
});
