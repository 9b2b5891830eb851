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

test("a call is denied where no role that counts allows it", () => {
  expect(verdict(0, { names: ["view-events"] })).toBe("denied");
  expect(noRoles.names.size).toBe(0);
});

test("where a role may count that would allow it, the answer isn't known", () => {
  expect(verdict(0, { possible: ["view-users"] })).toBe("unknown");
  expect(verdict(0, { names: ["query-users"], possible: ["view-users"] })).toBe("unknown");
});

test("a role that may count and would change nothing leaves the answer as it is", () => {
  expect(verdict(0, { names: ["view-users"], possible: ["query-users"] })).toBe("allowed");
  expect(verdict(0, { possible: ["view-events"] })).toBe("denied");
});

test("a composite role allows what is in effect of it, whatever its name", () => {
  const thin = { names: ["realm-admin"], reduced: ["realm-admin"] };
  expect(verdict(0, thin)).toBe("denied");
  expect(verdict(0, { ...thin, names: ["realm-admin", "query-users"] })).toBe("filtered");
  expect(verdict(0, { ...thin, names: ["realm-admin", "query-users", "view-users"] })).toBe(
    "allowed",
  );
});

test("what only a composite role itself allows is not known where it holds less", () => {
  expect(verdict(1, { names: ["realm-admin"], reduced: ["realm-admin"] })).toBe("unknown");
  expect(verdict(0, { names: ["view-users"], reduced: ["view-users"] })).toBe("unknown");
});
