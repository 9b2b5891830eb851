import { type CallTemplate, callKey } from "../../src/catalog/calls/call-template.ts";
import eventsOfCalls from "../../src/catalog/calls/events-of-calls.json";
import type { Preset } from "../../src/catalog/presets/presets.ts";
import { promisedBy } from "../../src/catalog/presets/promised-by.ts";
import type { runCli } from "../../src/cli/run-cli.ts";
import type { Lab } from "../measure/lab.ts";
import { adviseFor } from "./advise-for.ts";
import { makeProgram, type Program } from "./make-program.ts";

interface Proof {
  readonly lab: Lab;
  /** The calls that the server has, by their keys. */
  readonly known: ReadonlyMap<string, CallTemplate>;
  readonly version: string;
  readonly runCli: typeof runCli;
}

const table = new Map<string, readonly string[]>(Object.entries(eventsOfCalls));

/** Takes the realm away, and the events with it. */
const endsAll = "DELETE/admin/realms/{}";

/** Emptying the events first, so that what comes after it is recorded. */
const first = (key: string) => (key === "DELETE/admin-events" ? 0 : 1);

/** Makes calls; what was refused. */
async function refusedOf(
  program: Program,
  calls: readonly CallTemplate[],
): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const call of calls) {
    const said = await program.make(call);
    if (said !== undefined) refused.push(`${callKey(call)}: ${said}`);
  }
  return refused;
}

/**
 * Lets a service account with realm-admin make the known calls of a preset, and checks that advice covers them: from
 * its events every write that leaves one, and with a log of them all calls. With what is advised, and nothing else, they
 * have to work again.
 *
 * @returns what is wrong; nothing where all is well
 */
export async function provePreset(
  preset: Preset,
  { lab, known, version, runCli }: Proof,
): Promise<readonly string[]> {
  const calls = promisedBy(preset)
    .filter((key) => key !== endsAll)
    .sort((a, b) => first(a) - first(b))
    .flatMap((key) => known.get(key) ?? []);
  const recorded = calls.filter((call) => (table.get(callKey(call))?.length ?? 0) > 0);
  await lab.send("PUT", "", { adminEventsEnabled: true, adminEventsDetailsEnabled: false });
  const program = await makeProgram(lab, preset.id);
  const notMade = await refusedOf(program, calls);
  const ofEvents = await adviseFor(runCli, program, { version });
  const told = new Set(ofEvents.calls.map(callKey));
  const untold = recorded
    .map(callKey)
    .filter((key) => !told.has(key))
    .map((key) => `${key}: not told`);
  const ofBoth = await adviseFor(runCli, program, { version, log: program.log() });
  const problems = [...notMade, ...untold];
  if (recorded.length > 0) {
    await program.holdOnly(ofEvents.roles);
    problems.push(...(await refusedOf(program, recorded)));
  } else if (ofEvents.roles.length > 0) {
    problems.push("Roles are advised, and nothing was recorded.");
  }
  await program.holdOnly(ofBoth.roles);
  problems.push(...(await refusedOf(program, calls)));
  console.log(
    `${preset.id}: ${recorded.length} of ${calls.length} calls recorded; events: ${ofEvents.roles.join(" + ") || "nothing"}; with a log: ${ofBoth.roles.join(" + ")}`,
  );
  return [...problems, ...ofEvents.unrecognized.map((event) => `not recognized: ${event}`)];
}
