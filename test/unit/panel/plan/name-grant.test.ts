import { expect, test } from "vitest";
import type { Grant } from "../../../../src/access/model/grant.ts";
import { nameBlocked, nameLine } from "../../../../src/panel/plan/name-grant.ts";
import { inEnglish as textOf } from "../../texts/english.ts";

const grant: Grant = {
  place: "mapping",
  role: { container: "admin", name: "view-users", id: "id" },
};

test.each([
  [true, "line.mapping.held"],
  [false, "line.mapping.notHeld"],
  [undefined, "line.mapping.unknown"],
] as const)("a role that is held: %s, is reported as that", (isHeld, key) => {
  expect(nameLine(textOf, { grant, isWanted: true, isHeld })).toBe(
    textOf(key, { name: "view-users" }),
  );
});

test("a role that the server no longer has is reported as gone", () => {
  expect(nameLine(textOf, { grant, isWanted: true, isHeld: false }, true)).toBe(
    textOf("line.gone", { name: "view-users" }),
  );
});

test("what keeps calls denied is named", () => {
  expect(nameBlocked(textOf, { ...grant, place: "scope" })).toBe(
    textOf("blocked.scope", { name: "view-users" }),
  );
});
