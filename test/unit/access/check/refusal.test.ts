import { expect, test } from "vitest";
import { refusalOf } from "../../../../src/access/check/refusal.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const offered = ["view-users", "view-events"];

test("an administrator who can't see the assigned roles can't change anything", () => {
  expect(refusalOf({ ...makeSnapshot(), isReadable: false })).toBe("cannotRead");
});

test("an administrator who can't grant any missing role can't change anything", () => {
  expect(refusalOf(makeSnapshot({ offered, ungrantable: offered }))).toBe("cannotGrant");
  expect(refusalOf(makeSnapshot({ offered, mapped: ["view-users"], ungrantable: offered }))).toBe(
    "cannotGrant",
  );
});

test("an administrator who can grant a role, or finds all assigned, isn't refused", () => {
  expect(refusalOf(makeSnapshot({ offered, ungrantable: ["view-users"] }))).toBeUndefined();
  expect(refusalOf(makeSnapshot({ offered, mapped: offered }))).toBeUndefined();
});

test("a refusal caused by a known bug is distinguished from a correct one", () => {
  const offered = ["view-users"];
  const refused = makeSnapshot({ offered, ungrantable: offered });
  expect(refusalOf(refused, "26.4.7")).toBe("refusedByBug");
  expect(refusalOf(refused, "26.4.8")).toBe("cannotGrant");
  expect(refusalOf(makeSnapshot({ offered }), "26.4.7")).toBeUndefined();
});
