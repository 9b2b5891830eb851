import { expect, test } from "vitest";
import {
  lookupRoles,
  measureProgram,
  type ProgramVisit,
  tryWrongRole,
} from "../../../../lab/peers/applying/measure-program.ts";
import type { ProgramWay } from "../../../../lab/peers/applying/program-way.ts";

/** A service account, and a program that assigns roles to it. */
function makeWay({ previewAssigns = false, assigns = lookupRoles, exitCode = 0 } = {}) {
  let roles: readonly string[] = [];
  const run = (assigned: readonly string[]) => async () => {
    roles = assigned;
    return { milliseconds: 1, exitCode, stdout: "", stderr: "said" };
  };
  const way: ProgramWay = {
    name: "program",
    prepare: async ({ edit }) => ({
      text: edit("# roles\nquery-users\nview-users\n"),
      ...{ preview: run(previewAssigns ? assigns : []), apply: run(assigns) },
      [Symbol.asyncDispose]: async () => {},
    }),
  };
  const visit: ProgramVisit = {
    ...{ baseUrl: "http://localhost:1", realm: "r", username: "", password: "" },
    ...{ signal: new AbortController().signal, rolesOf: async () => roles },
  };
  return { way, visit };
}

test("a program that assigns exactly the roles is measured, its preview and a second run too", async () => {
  const { way, visit } = makeWay();
  const none = { milliseconds: 1, requests: 0, writes: 0, signIns: 0 };
  expect(await measureProgram(way, visit, "api")).toEqual({
    ...{ lines: 2, preview: none, apply: none, again: none },
  });
});

test.each([
  [{ assigns: ["view-users"] }, 'program: the account has "view-users"'],
  [{ assigns: [...lookupRoles, "realm-admin"] }, "realm-admin"],
  [{ previewAssigns: true }, "program, preview"],
  [{ exitCode: 1 }, "program: said"],
])("a program that does something else (%j) isn't measured", async (wrong, said) => {
  const { way, visit } = makeWay(wrong);
  await expect(measureProgram(way, visit, "api")).rejects.toThrow(said);
});

test("what a program does with a role that doesn't exist is what the server says", async () => {
  const { way, visit } = makeWay({ exitCode: 1, assigns: ["query-users"] });
  let text = "";
  const listening: ProgramWay = {
    ...way,
    prepare: async (job) => {
      const prepared = await way.prepare(job);
      text = prepared.text;
      return prepared;
    },
  };
  expect(await tryWrongRole(listening, visit, "api")).toEqual({
    ...{ isSeenBefore: true, failed: true, assigned: ["query-users"] },
  });
  expect(text).toBe("# roles\nquery-users\nview-user\n");
});
