/**
 * `npm test`: everything that must hold, from types to real browsers on real Keycloaks. Its last
 * line counts all of it; `npm test -- --unit` and `npm test -- --e2e` run a part.
 */
import { chooseSteps } from "./test/choose-steps.ts";
import { obtainAhead } from "./test/obtain-ahead.ts";
import { countsLine } from "./test/outcome.ts";
import { runSteps } from "./test/run-steps.ts";
import { endToEndSteps, unitSteps } from "./test/steps.ts";

try {
  const steps = chooseSteps(process.argv.slice(2), { unit: unitSteps, endToEnd: endToEndSteps });
  if (steps.some((step) => endToEndSteps.includes(step))) void obtainAhead();
  const outcome = await runSteps(steps, (line) => console.log(line));
  console.log(countsLine(outcome));
  process.exitCode = outcome.failed === 0 ? 0 : 1;
} catch (error) {
  // Only the arguments can be at fault: a step that throws is counted as failed.
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
