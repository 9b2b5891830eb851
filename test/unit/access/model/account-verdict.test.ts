import { expect, test } from "vitest";
import { accountVerdict } from "../../../../src/access/model/account-verdict.ts";
import { sampleMatrix } from "../sample-matrix.ts";

const matrix = sampleMatrix([
  ["GET /users", { allowed: ["view-users"], filtered: ["query-users"] }],
]);

const verdict = (held: readonly string[], possible: readonly string[]) => {
  const [call] = matrix.calls;
  if (call === undefined) throw new Error("The sample has no call.");
  return accountVerdict(call, { held: new Set(held), possible: new Set(possible) }, matrix);
};

test("a call is denied where no role that counts allows it", () => {
  expect(verdict(["view-events"], [])).toBe("denied");
});

test("where a role may count that would allow it, the answer isn't known", () => {
  expect(verdict([], ["view-users"])).toBe("unknown");
  expect(verdict(["query-users"], ["view-users"])).toBe("unknown");
});

test("a role that may count and would change nothing leaves the answer as it is", () => {
  expect(verdict(["view-users"], ["query-users"])).toBe("allowed");
  expect(verdict([], ["view-events"])).toBe("denied");
});
