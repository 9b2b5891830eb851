import { expect, test } from "vitest";
import { adminClientId } from "../../../../src/access/model/admin-client-id.ts";

test("in master, each realm has its own client with its admin roles", () => {
  expect(adminClientId(true, "demo")).toBe("demo-realm");
  expect(adminClientId(true, "master")).toBe("master-realm");
});

test("in any other realm it is always called the same", () => {
  expect(adminClientId(false, "demo")).toBe("realm-management");
});
