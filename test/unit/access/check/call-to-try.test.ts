import { expect, test } from "vitest";
import { addressToTry, callToTry } from "../../../../src/access/check/call-to-try.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { type Preset, presets } from "../../../../src/catalog/presets/presets.ts";
import { promisedBy } from "../../../../src/catalog/presets/promised-by.ts";
import { makeSnapshot } from "../make-snapshot.ts";

/** The call for a client that holds these roles, with the states of these presets or of all. */
function tried(mapped: readonly string[], some?: readonly Preset[]): string {
  const { method, path } = callToTry(presetStates(makeSnapshot({ mapped }), some));
  return `${method} ${path}`;
}

test("the first call of an applied preset that only reads, and needs no value, is tried", () => {
  expect(tried(["view-users", "query-users"])).toBe("GET /users");
  const withParameters = presets.filter((preset) => !promisedBy(preset).includes("GET/users"));
  expect(tried(["view-events"], withParameters)).toBe("GET /events");
});

test("without an applied preset the realm itself is read, which every admin role opens", () => {
  expect(tried([])).toBe("GET /admin/realms/{realm}");
  expect(tried(["query-realms"])).toBe("GET /admin/realms/{realm}");
});

test("organizations of Phase Two's extension are read from that extension's API", () => {
  const preset: Preset = {
    id: "organization-lookup",
    group: "organizations",
    roles: [{ container: "admin", name: "view-events" }],
    provider: "phaseTwo",
  };
  expect(tried(["view-events"], [preset])).toBe("GET /realms/{realm}/orgs");
  expect(tried([], [preset])).toBe("GET /admin/realms/{realm}");
});

test("the address has the realm in it, and asks a list for one item", () => {
  const addressFor = (mapped: readonly string[]) =>
    addressToTry("https://kc/auth", "a b/c", presetStates(makeSnapshot({ mapped })));
  const realm = "https://kc/auth/admin/realms/a%20b%2Fc";
  expect(addressFor(["view-users", "query-users"])).toBe(`${realm}/users?max=1`);
  expect(addressFor([])).toBe(realm);
});
