import {
  applyAndUndo,
  applyAndUndoAtOwnConsole,
  userLookup,
} from "../e2e/console/apply-and-undo.ts";
import { startOne } from "./servers/start-one.ts";
import { storyOn } from "./story-on.ts";

const test = storyOn((surroundings) => startOne(surroundings, { relativePath: "/auth" }));

test.describe("Relative path /auth", () => {
  test("a preset is applied and undone", async ({ testBed, adminConsole }) => {
    await applyAndUndo(testBed, adminConsole, userLookup);
  });

  test("a preset is applied and undone at a realm's own console", async ({
    testBed,
    adminConsole,
  }) => {
    await applyAndUndoAtOwnConsole(testBed, adminConsole, userLookup);
  });
});
