import { expect, test } from "vitest";
import type { CheckRun } from "../../../../lab/gate/check-run.ts";
import type { DocumentPlan } from "../../../../lab/gate/document/factors.ts";
import { chooseDocuments } from "../../../../lab/gate/document/random-documents.ts";
import { judge as judgeOn } from "../../../../lab/gate/judge/judge.ts";
import type { Power } from "../../../../lab/gate/oracle/power.ts";
import { gateMarkdown } from "../../../../lab/gate/report/gate-markdown.ts";
import { tallyOf, wrongLines } from "../../../../lab/gate/report/tally.ts";

const [first] = chooseDocuments(1, 1);
if (first === undefined) throw new Error("There is no document.");
const { plan } = first;

const adminRoles = new Set(["manage-users", "view-users", "realm-admin"]);

const judge = (planned: DocumentPlan, checked: CheckRun, power: Power) =>
  judgeOn(planned, checked, power, adminRoles);

const account = (...roles: readonly string[]) => ({
  ...{ clientId: "ops", userId: "u", isEnabled: true, roles },
});

const client = (calls: readonly string[], isOtherUser = false) => ({
  ...{ clientId: "ops", isSignedIn: true, isOtherUser, inToken: [], calls },
});

const imported = (...roles: readonly string[]): Power => ({
  ...{ kind: "imported", accounts: [account(...roles)], clients: [client([])] },
});

const run = (exitCode: number, roles?: readonly string[], besideRoles: readonly object[] = []) => ({
  exitCode,
  errors: "",
  output:
    roles === undefined
      ? ""
      : JSON.stringify({
          accounts: [{ clientId: "ops", username: "service-account-ops", roles }],
          besideRoles,
        }),
});

const actsAsUser = { clientId: "ops", kind: "act-as-user", because: "", verdict: "notAllowed" };

test("a passing document that gives access counts as let through", () => {
  const judgement = judge(plan, run(0, []), imported("manage-users"));
  expect(judgement.letThrough).toEqual(["the account of ops holds manage-users"]);
  const result = { ...first, run: run(0, []), power: imported("manage-users"), judgement };
  expect(wrongLines(result)).toHaveLength(1);
  const tally = tallyOf([result]);
  expect(tally).toMatchObject({ documents: 1, powerful: 1, letThrough: 1 });
  const caught = [{ name: "All is passed over", by: "document 1" }];
  const page = gateMarkdown({ version: "26.7.3", day: "2026-11-30", seed: 1, tally, caught });
  expect(page).toContain("| All is passed over | document 1 |");
  expect(page).toContain("**1 documents, 1 let through**");
});

test("an answered call counts as access, whatever the account's roles", () => {
  const power: Power = {
    ...{ kind: "imported", accounts: [account()], clients: [client(["read a user"], true)] },
  };
  expect(judge(plan, run(0, []), power).letThrough).toHaveLength(1);
  const told = judge(plan, run(1, [], [actsAsUser]), power);
  expect(told).toMatchObject({ letThrough: [], untold: [], falseAlarms: [] });
});

test("a document that fails for one role is wrong if the account has another", () => {
  const power = imported("manage-users", "view-users");
  expect(judge(plan, run(1, ["view-users"]), power).untold).toHaveLength(1);
  expect(judge(plan, run(1, ["view-users", "manage-users"]), power).untold).toEqual([]);
  expect(judge(plan, run(1, ["realm-admin"]), power).untold).toEqual([]);
  expect(judge(plan, run(2), power).untold).toEqual([]);
});

/** A document in which nothing explains a false alarm. */
const usual = {
  ...plan,
  groupNames: "plain",
  management: "absent",
  defaultRole: "absent",
} as const;

test("a false alarm that nothing explains is one", () => {
  const judgement = judge(usual, run(1, ["view-users"]), imported());
  expect(judgement.falseAlarms).toEqual([
    { text: "ops doesn't hold view-users", because: undefined },
  ]);
  const refused = judge(usual, run(1, ["view-users"]), { kind: "refused", because: "no" });
  expect(refused.falseAlarms).toEqual([
    { text: "no", because: "the server refuses the document, too" },
  ]);
});

test("roles that the server's version doesn't have may be said, and no others with them", () => {
  const becauseOf = (...roles: readonly string[]) =>
    judge(usual, run(1, roles), imported("realm-admin")).falseAlarms.map(({ because }) => because);
  expect(becauseOf("realm-admin", "view-organizations")).toEqual([
    "roles of newer versions count, because a file doesn't say which version imports it",
  ]);
  expect(becauseOf("realm-admin", "view-organizations", "view-users")).toEqual([undefined]);
});
