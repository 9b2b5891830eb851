import fc from "fast-check";
import { expect, test } from "vitest";
import { accountName } from "../../../../../src/access/survey/survey.ts";
import { longestClientId } from "../../../../../src/keycloak/new-client/create-client.ts";
import {
  emptyWish,
  flawOfClientId,
  isWebAddress,
} from "../../../../../src/panel/new-client/making/new-client.ts";
import { anyText } from "../../../access/any-text.ts";

test.each([
  ["", "blank"],
  [" \t\n\u00a0", "blank"],
  [" api", "spaces"],
  ["api\n", "spaces"],
  ["api", undefined],
  ["https://api.example.org/?a=b#c", undefined],
  ["an api", undefined],
  ["__proto__", undefined],
])("the client ID %j has the flaw %s", (clientId, flaw) => {
  expect(flawOfClientId(clientId)).toBe(flaw);
});

test("a new wish starts without a client ID", () => {
  expect(flawOfClientId(emptyWish.clientId)).toBe("blank");
});

test("a client ID may be as long as the name of its account still fits into Keycloak's table", () => {
  const longest = "a".repeat(longestClientId);
  expect(accountName(longest)).toHaveLength(255);
  expect(flawOfClientId(longest)).toBeUndefined();
  expect(flawOfClientId(`${longest}a`)).toBe("tooLong");
});

test("a client ID without a flaw has no space around it, and is neither empty nor too long", () => {
  fc.assert(
    fc.property(anyText({ maxLength: 300 }), (clientId) => {
      if (flawOfClientId(clientId) !== undefined) return;
      expect(clientId).toMatch(/^\S(.*\S)?$/s);
      expect(clientId.length).toBeLessThanOrEqual(longestClientId);
    }),
  );
});

test.each([
  ["https://api.example.org/jwks.json", true],
  ["http://localhost:8080/keys", true],
  ["HTTPS://API.EXAMPLE.ORG", true],
  ["", false],
  ["api.example.org/jwks.json", false],
  ["/jwks.json", false],
  ["https://", false],
  ["ftp://example.org/keys", false],
  ["file:///etc/passwd", false],
  ["javascript:alert(1)", false],
  ["data:application/json,{}", false],
  ["nothttps://example.org", false],
])("whether %j is an address to read keys from: %s", (text, expected) => {
  expect(isWebAddress(text)).toBe(expected);
});
