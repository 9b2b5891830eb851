/**
 * `npm run test:mutation`: whether the tests would notice. Changes the decisions in src/access in
 * small ways, then takes out the checks that must never go missing, and expects tests to go red.
 */
import { InvalidArgumentError } from "@commander-js/extra-typings";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool } from "../tools/command/tool.ts";
import { countsLine } from "../tools/test/outcome.ts";
import { runSteps } from "../tools/test/run-steps.ts";
import { guardStep, mutantStep } from "./mutation/steps.ts";

const fileOfAccess = (text: string, before: readonly string[] = []): readonly string[] => {
  if (/^src\/access\/.*\.ts$/.test(text)) return [...before, text];
  throw new InvalidArgumentError("Name files of src/access.");
};

const command = declareTool(
  "npm run test:mutation",
  "Changes src/access in small ways and takes out guards, and expects tests to fail.",
)
  .argument("[files...]", "try only the mutants of these files of src/access", fileOfAccess)
  .option("--mutants", "only the mutants")
  .option("--guards", "only the guards");

await runTool(command, async ({ args: [files = []], options: { mutants, guards }, signal }) => {
  const isWhole = files.length === 0 && !mutants && !guards;
  const steps = [
    ...(isWhole || mutants || files.length > 0 ? [mutantStep(files)] : []),
    ...(isWhole || guards ? [guardStep] : []),
  ];
  const outcome = await runSteps(steps, signal, (line) => console.log(line));
  console.log(countsLine(outcome));
  return outcome.failed === 0;
});
