import { expect, test } from "vitest";
import { nameOfWorkflow } from "../../../../src/access/ends/own-workflow.ts";
import { accountRows } from "../../../../src/access/survey/account-rows.ts";
import { endsOfRow, nextEndOf, type RowEnd } from "../../../../src/access/survey/ends-of-row.ts";
import { findingsOf } from "../../../../src/access/survey/findings.ts";
import { makeSurvey } from "../make-survey.ts";

const day = 86_400_000;
const now = Date.now();

const survey = makeSurvey([
  { clientId: "a", mapped: ["view-events"] },
  { clientId: "b", mapped: ["view-events"] },
]);
const [userOfA] = survey.users;

const ending = (at: number, ...roles: readonly string[]) => ({
  workflows: [
    {
      ...{ id: nameOfWorkflow({ clientId: "a", userId: "u", at }, "k"), clientId: "a" },
      ...{ userId: userOfA?.userId ?? "", at, roles, isEnabled: true },
    },
  ],
  scheduled: new Set<string>(),
});

test("roles that were to end and are still assigned are the worst finding", () => {
  const workflows = ending(now - day, "realm-management/view-events");
  const rows = accountRows({ ...survey, workflows }, new Map());
  const [a, b] = [...rows].sort((x, y) => x.clientId.localeCompare(y.clientId));
  expect(a?.ends?.map(({ state }) => state)).toEqual(["stillAssigned"]);
  expect(b?.ends).toEqual([]);
  expect(findingsOf(rows)[0]).toEqual({
    ...{ id: "notEnded", level: "critical" },
    rows: new Set([a?.key]),
  });
});

test("what ends is told of admin roles alone, and isn't known where workflows may not be seen", () => {
  if (userOfA === undefined) throw new Error("There is no account.");
  const workflows = ending(now + day, "account/view-profile");
  expect(endsOfRow({ ...survey, workflows }, userOfA, new Set(), now)).toEqual([]);
  expect(endsOfRow(survey, userOfA, new Set(), now)).toBe(undefined);
  expect(findingsOf(accountRows(survey, new Map())).map(({ id }) => id)).not.toContain("notEnded");
});

test("what was missed is told before what ends next, and what is over isn't told", () => {
  const end = (state: RowEnd["state"], at: number): RowEnd => ({
    ...{ workflowId: `${at}`, at, roles: [], state },
    isScheduled: state === "pending" || state === "due",
  });
  const [over, pending, missed] = [end("over", 1), end("pending", 2), end("stillAssigned", 3)];
  expect(nextEndOf([over, pending, missed])).toBe(missed);
  expect(nextEndOf([over, pending, end("pending", 9)])).toBe(pending);
  expect(nextEndOf([over, end("cancelled", 4)])).toBe(undefined);
});
