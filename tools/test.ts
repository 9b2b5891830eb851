/**
 * `npm test`: everything that must hold, from types to real browsers on real Keycloaks. Its last
 * line counts all of it, also of a run that is stopped.
 */
import { runTool } from "./command/run-tool.ts";
import { declareTool } from "./command/tool.ts";
import { countsLine } from "./test/outcome.ts";
import { runSteps } from "./test/run-steps.ts";
import { endToEndSteps, obtainAhead, unitSteps } from "./test/steps.ts";

const command = declareTool("npm test", "Checks all of the project, or the parts that are named.")
  .option("--unit", "what needs no server: types, lint, dead code, unit tests")
  .option("--e2e", "the built JAR on real Keycloaks in a real browser");

await runTool(command, async ({ options: { unit, e2e }, signal }) => {
  const isWhole = !unit && !e2e;
  if (isWhole || e2e) void obtainAhead();
  const steps = [...(isWhole || unit ? unitSteps : []), ...(isWhole || e2e ? endToEndSteps : [])];
  const outcome = await runSteps(steps, signal, (line) => console.log(line));
  console.log(countsLine(outcome));
  return outcome.failed === 0;
});
