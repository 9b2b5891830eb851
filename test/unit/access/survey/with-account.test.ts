import { expect, test } from "vitest";
import { roleKey } from "../../../../src/access/model/snapshot.ts";
import { accountRows } from "../../../../src/access/survey/account-rows.ts";
import { withAccount } from "../../../../src/access/survey/with-account.ts";
import { admin, givenBy, makeSurvey, userIdOf } from "../make-survey.ts";

const before = makeSurvey([
  {
    clientId: "api",
    mapped: ["view-events"],
    given: givenBy({ kind: "group", name: "/g" }, "view-users"),
  },
  { clientId: "other", mapped: ["view-realm"] },
]);
const clientOf = (name: string) => {
  const client = before.clients.get(`service-account-${name}`);
  if (client === undefined) throw new Error(`There is no client ${name}.`);
  return client;
};
const userOf = (name: string) => before.users.find(({ userId }) => userId === userIdOf(name));
const mapped = [roleKey(admin("manage-users"))];

const heldBy = (survey: typeof before, name: string) =>
  accountRows(survey, new Map())
    .find(({ clientId }) => clientId === name)
    ?.held.map((role) => role.name)
    .sort();

test("what is mapped to an account is what was read, and what comes otherwise stays", () => {
  const read = { client: clientOf("api"), user: userOf("api"), mapped };
  const after = withAccount(before, read);
  expect(heldBy(after, "api")).toEqual(
    ["manage-users", "query-groups", "query-users", "view-users"].sort(),
  );
  expect(heldBy(after, "other")).toEqual(heldBy(before, "other"));
  expect(heldBy(before, "api")).toContain("view-events");
});

test("a change in another realm keeps roles and updates settings", () => {
  const client = { ...clientOf("api"), enabled: false };
  const after = withAccount(before, { client, user: userOf("api"), mapped: undefined });
  expect(heldBy(after, "api")).toEqual(heldBy(before, "api"));
  const row = accountRows(after, new Map()).find(({ clientId }) => clientId === "api");
  expect(row?.state).toBe("clientDisabled");
});

test("a created client is added, and a renamed one is listed only under its new name", () => {
  const made = { ...clientOf("api"), clientUuid: "uuid of new", clientId: "New" };
  const user = { userId: "u", username: "service-account-new", enabled: true, createdAt: 1 };
  const after = withAccount(before, { client: made, user, mapped });
  expect(heldBy(after, "New")).toContain("manage-users");
  const renamed = { ...clientOf("other"), clientId: "renamed" };
  const later = withAccount(after, { client: renamed, user: undefined, mapped: undefined });
  expect([...later.clients.values()].map(({ clientId }) => clientId).sort()).toEqual(
    ["New", "api", "renamed"].sort(),
  );
});

test("a client whose account has another name than usual stays linked to it", () => {
  const linked = { ...before, clientsByUserId: new Map([["robot", clientOf("api")]]) };
  const client = { ...clientOf("api"), enabled: false };
  const after = withAccount(linked, { client, user: undefined, mapped: undefined });
  expect(after.clientsByUserId.get("robot")?.enabled).toBe(false);
});

test("the ends of one account are those that were read, and those of others stay", () => {
  const [api, other] = [userOf("api"), userOf("other")];
  const workflowOf = (id: string, userId = "") =>
    ({ id, userId, clientId: "", at: 1, roles: [], isEnabled: true }) as const;
  const known = {
    workflows: [workflowOf("a", api?.userId), workflowOf("b", other?.userId)],
    scheduled: new Set(["a", "b"]),
  };
  const workflows = {
    workflows: [workflowOf("a", api?.userId), workflowOf("c", api?.userId)],
    scheduled: new Set(["c"]),
  };
  const read = { client: clientOf("api"), user: api, mapped, workflows };
  const after = withAccount({ ...before, workflows: known }, read).workflows;
  expect(after?.workflows.map(({ id }) => id)).toEqual(["b", "a", "c"]);
  expect([...(after?.scheduled ?? [])]).toEqual(["b", "c"]);
  expect(withAccount(before, read).workflows).toBe(undefined);
});
