import { expect, test } from "vitest";
import { bundleScripts } from "../../../../tools/build/bundle-scripts.ts";

const scriptsWithout = async (...without: readonly "ends"[]) => {
  const { scripts } = await bundleScripts(process.cwd(), undefined, without);
  return scripts.map(({ contents }) => Buffer.from(contents).toString()).join("\n");
};

test("the theme can be built without ends: nothing in it calls workflows", async () => {
  // Not the paths alone: they are among the calls that were measured.
  const calls = [
    'path:"/workflows"',
    'path:"/workflows/scheduled/',
    "/activate/USERS/",
    "revoke-role",
  ];
  const all = await scriptsWithout();
  expect(calls.map((call) => all.includes(call))).toEqual([true, true, true, true]);
  const rest = await scriptsWithout("ends");
  expect(calls.map((call) => rest.includes(call))).toEqual([false, false, false, false]);
});
