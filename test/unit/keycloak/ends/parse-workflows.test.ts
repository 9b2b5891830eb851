import { expect, test } from "vitest";
import { parseWorkflows } from "../../../../src/keycloak/ends/parse-workflows.ts";

const plain = { id: "w", name: "End" };

test("a workflow has its steps with the roles that they are about", () => {
  const steps = [
    { uses: "revoke-role", with: { role: "a" } },
    { uses: "revoke-role", with: { role: ["b", "c"] } },
    { uses: "disable-user" },
    { with: {} },
  ];
  expect(parseWorkflows([{ ...plain, enabled: true, steps }])).toEqual([
    {
      ...{ ...plain, isEnabled: true, beginsByItself: false },
      steps: [
        { uses: "revoke-role", roles: ["a"] },
        { uses: "revoke-role", roles: ["b", "c"] },
        { uses: "disable-user", roles: [] },
        { uses: "", roles: [] },
      ],
    },
  ]);
});

test.each([{ on: "user-created" }, { schedule: { after: "1d" } }, { if: "has-role(x)" }])(
  "a workflow with %j begins by itself, or may not run",
  (settings) => {
    expect(parseWorkflows([{ ...plain, ...settings }])[0]?.beginsByItself).toBe(true);
  },
);

test("a workflow is enabled unless it says otherwise", () => {
  const [on, off] = parseWorkflows([plain, { ...plain, enabled: false }]);
  expect([on?.isEnabled, off?.isEnabled]).toEqual([true, false]);
});

test.each([[{}], [["w"]], [[{ id: "w" }]], [[{ ...plain, steps: {} }]]])(
  "%j is no list of workflows",
  (answer) => {
    expect(() => parseWorkflows(answer)).toThrow();
  },
);
