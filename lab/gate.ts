/**
 * `npm run test:gate`: makes random realm documents, and compares what `presets check` says of them with what
 * they do on a Keycloak that is started for it. A run of all documents is written into `docs/gate.md`.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool, keycloakVersion, wholeNumber } from "../tools/command/tool.ts";
import { newestVersion } from "../tools/keycloak/supported-versions.ts";
import { countsLine } from "../tools/test/outcome.ts";
import { root } from "../tools/test/root.ts";
import { chooseDocuments } from "./gate/document/random-documents.ts";
import { caughtBy } from "./gate/faults/caught-by.ts";
import { loadBrokenCheck } from "./gate/faults/load-broken-check.ts";
import { gateFaults } from "./gate/faults/seeded-faults.ts";
import { loadCheck } from "./gate/product/load-check.ts";
import { coverageLines } from "./gate/report/coverage-lines.ts";
import { gateMarkdown } from "./gate/report/gate-markdown.ts";
import { tallyLine, tallyOf, wrongLines } from "./gate/report/tally.ts";
import { type GateResult, runGate } from "./gate/run-gate.ts";
import { onServer } from "./server/on-server.ts";

const report = (line: string) => console.log(line);

/** So many documents are made; to see that mistakes are noticed, fewer do. */
const allDocuments = 1000;
const documentsWithFaults = 200;

const command = declareTool(
  "npm run test:gate",
  "Compares what presets check says of random realm documents with what they do on a server.",
)
  .option("--seed <number>", "what chance starts from", wholeNumber(0, 2 ** 31 - 1))
  .option("--count <number>", "how many documents are made", wholeNumber(1, 100_000))
  .option(
    "--only <number>",
    "make this document of the run alone; may be repeated",
    (text: string, before: readonly number[] = []) => [...before, wholeNumber(1, 100_000)(text)],
  )
  .option(
    "--seeded-faults",
    "put mistakes into copies of the product, which the run must notice; a complete run does so, too",
  )
  .option("--keycloak <version>", "the Keycloak version", keycloakVersion, newestVersion)
  .option("--url <address>", "a Keycloak of that version that runs already, in place of a new one");

await runTool(command, async ({ options, signal }) => {
  const { keycloak: version, only, seededFaults } = options;
  const seed = options.seed ?? Number(process.env["SEED"] ?? Date.now() % 1_000_000_000);
  const count = options.count ?? (seededFaults ? documentsWithFaults : allDocuments);
  const isComplete = only === undefined && count >= allDocuments;
  const documents = chooseDocuments(seed, count).filter((it) => only?.includes(it.number) ?? true);
  report(`Seed ${seed}: ${documents.length} documents`);
  const faults = seededFaults || isComplete ? gateFaults : [];
  const checks = [
    await loadCheck(root, join(root, ".cache", "gate", "check.mjs")),
    ...(await Promise.all(faults.map(loadBrokenCheck))),
  ];
  const results: GateResult[][] = checks.map(() => []);
  const begin = performance.now();
  const seconds = () => Math.round((performance.now() - begin) / 1000);
  const onResult = (place: number, result: GateResult) => {
    results[place]?.push(result);
    if (place > 0) return;
    for (const line of wrongLines(result)) report(line);
    const done = results[0]?.length ?? 0;
    if (done % 100 === 0) report(`${done} of ${documents.length} documents, ${seconds()} s`);
  };
  await onServer(
    { version, url: options.url, folder: `gate/${version}`, report, signal },
    (server) => runGate({ server, documents, checks, onResult, signal }),
  );
  const [own = [], ...ofBroken] = results;
  const tally = tallyOf(own);
  for (const line of coverageLines(tally)) report(line);
  report(`${tallyLine(tally)}; ${seconds()} s. Again: npm run test:gate -- --seed ${seed}`);
  const caught = faults.map(({ name }, place) => {
    const by = caughtBy(own, ofBroken[place] ?? []);
    report(by === undefined ? `✗ ${name}: not noticed` : `✓ ${name}: noticed by: ${by}`);
    return { name, by };
  });
  const wrong = own.filter((result) => wrongLines(result).length > 0).length;
  const unnoticed = caught.filter(({ by }) => by === undefined).length;
  if (isComplete && wrong + unnoticed === 0) {
    const day = new Date().toISOString().slice(0, 10);
    const page = gateMarkdown({ version, day, seed, tally, caught });
    await writeFile(join(root, "docs", "gate.md"), page);
    report("Wrote docs/gate.md");
  }
  const failed = wrong + unnoticed;
  report(countsLine({ passed: own.length + caught.length - failed, failed }));
  return failed === 0;
});
