import { expect, test } from "vitest";
import { isInScope } from "../../../../src/access/model/scope.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const role = { container: "admin", name: "view-users" } as const;

test("with full scope every role is in the scope", () => {
  expect(isInScope(makeSnapshot(), role)).toBe(true);
});

test("an unlisted role is out of the scope only if this administrator would see it", () => {
  expect(isInScope(makeSnapshot({ inScope: [] }), role)).toBe(false);
  expect(isInScope(makeSnapshot({ inScope: [], unseenScope: ["realm"] }), role)).toBe(false);
  expect(isInScope(makeSnapshot({ inScope: [], unseenScope: ["admin"] }), role)).toBeUndefined();
  const seen = makeSnapshot({ inScope: ["view-users"], unseenScope: ["admin"] });
  expect(isInScope(seen, role)).toBe(true);
});
