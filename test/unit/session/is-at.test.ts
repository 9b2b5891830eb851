import { expect, test } from "vitest";
import { isAt } from "../../../src/session/is-at.ts";

const redirectUri = "https://kc.example.org/admin/a%40b/console/";

test.each([
  ["https://kc.example.org/admin/a%40b/console/", true],
  ["https://kc.example.org/admin/a%40b/console/?code=1#/a", true],
  ["https://kc.example.org:443/admin/a@b/console/", true],
  ["https://kc.example.org/admin/a%40b/console", false],
  ["https://kc.example.org/realms/a%40b/protocol/openid-connect/auth", false],
  ["https://x.example.org/admin/a%40b/console/", false],
  ["http://kc.example.org/admin/a%40b/console/", false],
])("%s is where the browser was to be sent back to: %s", (address, expected) => {
  expect(isAt(new URL(address), redirectUri)).toBe(expected);
});
