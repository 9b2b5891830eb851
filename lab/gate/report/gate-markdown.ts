import { escapeCell, markdownTable } from "../../markdown/table.ts";
import type { GateTally } from "./tally.ts";

/** A run that is written down. */
export interface WrittenGateRun {
  readonly version: string;
  /** As `2026-11-30`. */
  readonly day: string;
  readonly seed: number;
  readonly tally: GateTally;
  /** The mistakes that were put in on purpose, each with what noticed it. */
  readonly caught: readonly { readonly name: string; readonly by: string | undefined }[];
}

/** The document that tells what the run came to. */
export function gateMarkdown({ version, day, seed, tally, caught }: WrittenGateRun): string {
  const { documents, imported, powerful, letThrough, untold, explained, unexplained } = tally;
  return `# Does \`presets check\` tell what a realm file does?

\`npm run test:gate\` makes realm documents by chance, with all that can give a service account power, in today's
spelling and in earlier ones. Each is checked by \`presets check --json --allow none\`, and imported into a real
Keycloak. There an oracle, which knows nothing of the product, reads which admin roles each service account has in
effect; each client signs in with its secret and calls the Admin API with its own token. A document in which a program
turned out to have power must not pass. \`npm test\` makes 30 of them.

Documents are imported by the Admin API, which uses the code of \`--import-realm\`. That alone replaces
placeholders and reads several files, and a \`master\`: the oracle is given the values and the whole realm, and
\`master\` is left to the unit tests. What \`check\` does not look at, \`presets check --explain\` says.

Keycloak ${version}, ${day}, seed ${seed}: **${documents} documents, ${letThrough} let through**.

${markdownTable(
  ["", "documents"],
  [
    ["checked", documents],
    ["imported by the server, which refuses the others", imported],
    ["with a program that has power", powerful],
    ["let through although a program has power", letThrough],
    ["stopped, with the power of a program untold", untold],
  ],
  1,
)}

## False alarms

What \`check\` said although it isn't so on the server, each counted and explained. One that nothing explains fails the
run: ${unexplained} do.

${markdownTable(
  ["because", "times"],
  explained.map(([because, times]) => [escapeCell(because), times]),
  1,
)}

## Mistakes put in on purpose

Copies of the product with a mistake each judged the same documents. The run must notice all of them.

${markdownTable(
  ["mistake", "noticed by"],
  caught.map(({ name, by }) => [name, by === undefined ? "nothing" : escapeCell(by)]),
)}

## What the documents have in them

${markdownTable(
  ["", "documents", "with power"],
  tally.coverage.map((it) => [it.row, it.documents, it.powerful]),
  2,
)}
`;
}
