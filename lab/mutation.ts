/**
 * `npm run test:mutation`: whether the tests would notice. Changes the decisions in src/access in
 * small ways, then takes out the checks that must never go missing, and expects tests to go red.
 */

import { countsLine } from "../tools/test/outcome.ts";
import { runSteps } from "../tools/test/run-steps.ts";
import { readMutationOptions } from "./mutation/mutation-options.ts";
import { guardStep, mutantStep } from "./mutation/steps.ts";

try {
  const { mutants, guards, files } = readMutationOptions(process.argv.slice(2));
  const steps = [...(mutants ? [mutantStep(files)] : []), ...(guards ? [guardStep] : [])];
  const outcome = await runSteps(steps, (line) => console.log(line));
  console.log(countsLine(outcome));
  process.exitCode = outcome.failed === 0 ? 0 : 1;
} catch (error) {
  // Only the arguments can be at fault: a step that throws is counted as failed.
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
