/**
 * `npm run test:states`: makes random states of clients, accounts, realms and administrators on a Keycloak that
 * is started for it, and compares what tab, list, access check and search say with what the server does when
 * the clients really call. A run of all states is written into `docs/testing.md`.
 */
import { join } from "node:path";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool, keycloakVersion, wholeNumber } from "../tools/command/tool.ts";
import { newestVersion } from "../tools/keycloak/supported-versions.ts";
import { countsLine } from "../tools/test/outcome.ts";
import { root } from "../tools/test/root.ts";
import { writeBetween } from "./markdown/write-between.ts";
import { onServer } from "./server/on-server.ts";
import { loadBrokenProduct } from "./states/faults/broken-product.ts";
import { caughtBy } from "./states/faults/caught-by.ts";
import { seededFaults } from "./states/faults/seeded-faults.ts";
import { coverageMarkdown, pairsLine } from "./states/report/coverage-markdown.ts";
import { falseLines, isTrue, notKnownLines, tallyLine, tallyOf } from "./states/report/tally.ts";
import { runStates, type StateResult } from "./states/run-states.ts";
import { numberStates } from "./states/state/random-states.ts";
import { hasWorkflows, statesOnVersion } from "./states/state/states-on-version.ts";
import { loadProduct } from "./states/statements/product.ts";

const report = (line: string) => console.log(line);

/** So many states are made; with mistakes put in, fewer do. */
const allStates = 320;
const statesWithFaults = 160;

const command = declareTool(
  "npm run test:states",
  "Compares what the product says with what the server does, in random states.",
)
  .option("--seed <number>", "what chance starts from", wholeNumber(0, 2 ** 31 - 1))
  .option("--count <number>", "how many states are made", wholeNumber(1, 10_000))
  .option(
    "--only <number>",
    "make this state of the run alone; may be repeated",
    (text: string, before: readonly number[] = []) => [...before, wholeNumber(1, 10_000)(text)],
  )
  .option("--seeded-faults", "put mistakes into copies of the product, which the run must notice")
  .option("--keycloak <version>", "the Keycloak version", keycloakVersion, newestVersion)
  .option("--url <address>", "a Keycloak of that version that runs already, in place of a new one");

await runTool(command, async ({ options, signal }) => {
  const { keycloak: version, only, seededFaults: isBroken } = options;
  const seed = options.seed ?? Date.now() % 1_000_000_000;
  const count = options.count ?? (isBroken ? statesWithFaults : allStates);
  const numbered = statesOnVersion(version, numberStates(seed, count));
  const states = numbered.filter(({ number }) => only?.includes(number) ?? true);
  report(`Seed ${seed}: ${states.length} states with ${pairsLine(states.map((it) => it.state))}`);
  if (!hasWorkflows(version)) report(`Keycloak ${version} has no workflows: no roles end.`);
  const faults = isBroken ? seededFaults : [];
  const broken = faults.map((fault, place) => loadBrokenProduct(fault, place, version));
  const products = await Promise.all([loadProduct(version), ...broken]);
  const results: StateResult[][] = products.map(() => []);
  const begin = performance.now();
  const seconds = () => Math.round((performance.now() - begin) / 1000);
  let done = 0;
  const where = { version, url: options.url, folder: `states/${version}`, report, signal };
  await onServer(where, (server) =>
    runStates({
      ...{ server, version, name: `states-${seed}`, states, products, signal },
      onResult: (product, result) => {
        results[product]?.push(result);
        if (product > 0) return;
        for (const line of falseLines(result)) report(line);
        if (result.numbers.length > 1) return;
        done += 1;
        if (done % 40 === 0) report(`${done} of ${states.length} states, ${seconds()} s`);
      },
    }),
  );
  const [own = [], ...ofBroken] = results;
  const tally = tallyOf(own);
  for (const line of notKnownLines(own)) report(line);
  report(`${tallyLine(tally)}; ${seconds()} s. Again: npm run test:states -- --seed ${seed}`);
  const caught = faults.map(({ name }, place) => {
    const by = caughtBy(own, ofBroken[place] ?? []);
    report(by === undefined ? `✗ ${name}: not noticed` : `✓ ${name}: noticed by ${by}`);
    return by !== undefined;
  });
  if (only === undefined && !isBroken && count >= allStates && isTrue(tally)) {
    const day = new Date().toISOString().slice(0, 10);
    const run = { version, day, seed, states: states.map((it) => it.state), tally };
    const page = join(root, "docs", "testing.md");
    await writeBetween(page, "npm run test:states", coverageMarkdown(run));
    report("Wrote docs/testing.md");
  }
  const wrong = own.filter((result) => falseLines(result).length > 0).length;
  const isOpen = isTrue(tally) || wrong > 0 ? 0 : 1;
  const failed = wrong + isOpen + caught.filter((it) => !it).length;
  report(countsLine({ passed: own.length - wrong + caught.filter(Boolean).length, failed }));
  return failed === 0;
});
