import { expect, test } from "vitest";
import { type HeldRoles, noRoles } from "../../../../src/access/model/held-admin-roles.ts";
import { verdictOfHeld } from "../../../../src/access/model/verdict-of.ts";
import { sampleMatrix } from "../sample-matrix.ts";

const matrix = {
  ...sampleMatrix([
    ["GET /users", { allowed: ["view-users", "realm-admin"], filtered: ["query-users"] }],
    ["POST /workflows", { allowed: ["realm-admin"] }],
  ]),
  includes: new Map([
    ["realm-admin", ["view-users", "query-users"]],
    ["view-users", ["query-users"]],
  ]),
};

const verdict = (index: number, held: Partial<Record<keyof HeldRoles, readonly string[]>>) => {
  const call = matrix.calls[index];
  if (call === undefined) throw new Error("The sample has no such call.");
  const { names = [], reduced = [], possible = [] } = held;
  const roles = { names: new Set(names), reduced: new Set(reduced), possible: new Set(possible) };
  return verdictOfHeld(call, roles, matrix);
};

test("a call is denied if no effective role allows it", () => {
  expect(verdict(0, { names: ["view-events"] })).toBe("denied");
  expect(noRoles.names.size).toBe(0);
});

test("if a role that may count would allow it, the answer isn't known", () => {
  expect(verdict(0, { possible: ["view-users"] })).toBe("unknown");
  expect(verdict(0, { names: ["query-users"], possible: ["view-users"] })).toBe("unknown");
});

test("a role that may count but changes nothing doesn't affect the answer", () => {
  expect(verdict(0, { names: ["view-users"], possible: ["query-users"] })).toBe("allowed");
  expect(verdict(0, { possible: ["view-events"] })).toBe("denied");
});

test("a composite role allows what its effective content allows, whatever its name", () => {
  const thin = { names: ["realm-admin"], reduced: ["realm-admin"] };
  expect(verdict(0, thin)).toBe("denied");
  expect(verdict(0, { ...thin, names: ["realm-admin", "query-users"] })).toBe("filtered");
  expect(verdict(0, { ...thin, names: ["realm-admin", "query-users", "view-users"] })).toBe(
    "allowed",
  );
});

test("what only the composite role itself allows is not known if it includes less", () => {
  expect(verdict(1, { names: ["realm-admin"], reduced: ["realm-admin"] })).toBe("unknown");
  expect(verdict(0, { names: ["view-users"], reduced: ["view-users"] })).toBe("unknown");
});
