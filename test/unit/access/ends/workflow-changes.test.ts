import { expect, test } from "vitest";
import type { OwnWorkflow } from "../../../../src/access/ends/own-workflow.ts";
import { workflowChanges } from "../../../../src/access/ends/workflow-changes.ts";

const workflow = (id: string, at: number, ...roles: readonly string[]): OwnWorkflow => ({
  ...{ id, clientId: "api", userId: "u", at, roles, isEnabled: true },
});
const wanted = (all: Record<string, number | undefined>) => new Map(Object.entries(all));
const changes = (
  workflows: readonly OwnWorkflow[],
  scheduled: readonly string[],
  all: Record<string, number | undefined>,
) => {
  const { make, remove } = workflowChanges(workflows, new Set(scheduled), wanted(all));
  return { make, remove: remove.map(({ id }) => id) };
};

test("roles that end together share a workflow", () => {
  expect(changes([], [], { a: 7, b: 7, c: 9 })).toEqual({
    make: [
      { at: 7, roles: ["a", "b"], isScheduled: true },
      { at: 9, roles: ["c"], isScheduled: true },
    ],
    remove: [],
  });
});

test("a role that no longer ends leaves the others of its workflow as they are", () => {
  expect(changes([workflow("w", 7, "a", "b")], ["w"], { a: undefined })).toEqual({
    make: [{ at: 7, roles: ["b"], isScheduled: true }],
    remove: ["w"],
  });
});

test("an end that is moved replaces its workflow", () => {
  expect(changes([workflow("w", 7, "a")], ["w"], { a: 9 })).toEqual({
    make: [{ at: 9, roles: ["a"], isScheduled: true }],
    remove: ["w"],
  });
});

test("what is as wanted already stays", () => {
  const workflows = [workflow("w", 7, "a"), workflow("v", 8, "b")];
  expect(changes(workflows, ["w", "v"], { a: 7 })).toEqual({ make: [], remove: [] });
});

test("a workflow that is off the schedule is made again, and one whose moment is over goes with its roles", () => {
  expect(changes([workflow("w", 7, "a")], [], { a: 7 })).toEqual({
    make: [{ at: 7, roles: ["a"], isScheduled: true }],
    remove: ["w"],
  });
  expect(changes([workflow("w", 1, "a", "b")], [], { a: undefined })).toEqual({
    make: [{ at: 1, roles: ["b"], isScheduled: false }],
    remove: ["w"],
  });
});

test("a disabled workflow counts as off the schedule", () => {
  const disabled = { ...workflow("w", 7, "a"), isEnabled: false };
  expect(changes([disabled], ["w"], { a: 7 }).remove).toEqual(["w"]);
});
