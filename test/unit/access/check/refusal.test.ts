import { expect, test } from "vitest";
import { refusalOf } from "../../../../src/access/check/refusal.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const offered = ["view-users", "view-events"];

test("whoever may not see what is held can change nothing", () => {
  expect(refusalOf({ ...makeSnapshot(), isReadable: false })).toBe("cannotRead");
});

test("whoever may grant none of the roles that are missing can change nothing", () => {
  expect(refusalOf(makeSnapshot({ offered, ungrantable: offered }))).toBe("cannotGrant");
  expect(refusalOf(makeSnapshot({ offered, mapped: ["view-users"], ungrantable: offered }))).toBe(
    "cannotGrant",
  );
});

test("whoever may grant a role, or finds all of them mapped, is refused nothing", () => {
  expect(refusalOf(makeSnapshot({ offered, ungrantable: ["view-users"] }))).toBeUndefined();
  expect(refusalOf(makeSnapshot({ offered, mapped: offered }))).toBeUndefined();
});

test("a server known to refuse by mistake is told apart from one that means it", () => {
  const offered = ["view-users"];
  const refused = makeSnapshot({ offered, ungrantable: offered });
  expect(refusalOf(refused, "26.4.7")).toBe("refusedByBug");
  expect(refusalOf(refused, "26.4.8")).toBe("cannotGrant");
  expect(refusalOf(makeSnapshot({ offered }), "26.4.7")).toBeUndefined();
});
