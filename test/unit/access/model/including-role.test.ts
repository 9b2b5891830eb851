import { expect, test } from "vitest";
import { includingRole } from "../../../../src/access/model/including-role.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const queryUsers = { container: "admin", name: "query-users" } as const;

test("a role comes with the mapped role that includes it", () => {
  const snapshot = makeSnapshot({ mapped: ["view-events", "view-users"] });
  expect(includingRole(queryUsers, snapshot)?.name).toBe("view-users");
});

test("a role does not come with itself, nor with one that is not mapped or includes others", () => {
  expect(includingRole(queryUsers, makeSnapshot({ mapped: ["query-users"] }))).toBeUndefined();
  expect(
    includingRole(queryUsers, makeSnapshot({ heldOtherwise: ["view-users"] })),
  ).toBeUndefined();
  expect(includingRole(queryUsers, makeSnapshot({ mapped: ["view-clients"] }))).toBeUndefined();
});
