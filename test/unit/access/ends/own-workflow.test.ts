import { expect, test } from "vitest";
import {
  asOwnWorkflow,
  canNameAccount,
  nameOfWorkflow,
  type Workflow,
} from "../../../../src/access/ends/own-workflow.ts";

const at = Date.UTC(2026, 11, 7, 10);

const named = (name: string, change: Partial<Workflow> = {}): Workflow => ({
  ...{ id: "w", name, isEnabled: true, beginsByItself: false },
  steps: [{ uses: "revoke-role", roles: ["realm-management/view-users"] }],
  ...change,
});

test.each(["api", "", "a ends 2020-01-01T00:00:00.000Z [x] y", "two\nlines ] ["])(
  "a workflow for client %j is recognized by its name",
  (clientId) => {
    const name = nameOfWorkflow({ clientId, userId: "u-1", at }, "k3x0");
    expect(asOwnWorkflow(named(name))).toEqual({
      ...{ id: "w", clientId, userId: "u-1", at, isEnabled: true },
      roles: ["realm-management/view-users"],
    });
  },
);

const own = nameOfWorkflow({ clientId: "api", userId: "u", at }, "k");

test.each([
  ["of another name", named("Offboarding")],
  ["that begins on an event", named(own, { beginsByItself: true })],
  ["without steps", named(own, { steps: [] })],
  [
    "that does something else too",
    named(own, { steps: [...named(own).steps, { uses: "delete-user", roles: [] }] }),
  ],
  ["with a moment that no calendar has", named(own.replace("12-07", "99-99"))],
])("a workflow %s isn't ours", (_, workflow) => {
  expect(asOwnWorkflow(workflow)).toBe(undefined);
});

test("an account whose id would end its own brackets can't be named", () => {
  expect(["f:1:2", "", "a]b"].map(canNameAccount)).toEqual([true, false, false]);
});
