import { expect, test } from "vitest";
import { AdminApiError } from "../../../../src/keycloak/api/admin-api-error.ts";
import { unlessHidden } from "../../../../src/keycloak/custom/unless-hidden.ts";

const failing = (failure: AdminApiError["failure"]) =>
  unlessHidden(Promise.reject(new AdminApiError({ attempt: "listRoles", failure })));

test("what is hidden or gone is undefined, and other failures are thrown", async () => {
  expect(await unlessHidden(Promise.resolve(1))).toBe(1);
  expect(await failing("forbidden")).toBe(undefined);
  expect(await failing("notFound")).toBe(undefined);
  await expect(failing("serverError")).rejects.toThrow("serverError");
});
