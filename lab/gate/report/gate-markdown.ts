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
  return `# Does \`presets check\` describe the effect of a realm file?

\`npm run test:gate\` generates random realm documents with everything that can give a service account admin access, in
current and former spellings. \`presets check --json --allow none\` checks each document, and a real Keycloak imports it.
An oracle, which uses no code of the product, reads the effective admin roles of each service account. Each client signs
in with its secret and calls the Admin API with its own token. If a service account has admin access, its document must
not pass. Some documents store presets of the realm's own, which give nothing by themselves. \`npm test\` tests 15 documents.

The Admin API imports the documents with the code of \`--import-realm\`. Only \`--import-realm\` itself replaces
placeholders, reads several files, and imports \`master\`. The oracle therefore gets the values and the whole realm, and
unit tests cover \`master\`. \`presets check --explain\` says what \`check\` doesn't cover.

Keycloak ${version}, ${day}, seed ${seed}: **${documents} documents, ${letThrough} let through**.

${markdownTable(
  ["", "documents"],
  [
    ["checked", documents],
    ["imported by the server, which rejects the others", imported],
    ["with a service account that has admin access", powerful],
    ["passed although a service account has admin access", letThrough],
    ["rejected without reporting all admin access", untold],
  ],
  1,
)}

## False alarms

False statements of \`check\`, counted by their explanation. A false alarm without an explanation fails the
run: there are ${unexplained}.

${markdownTable(
  ["because", "times"],
  explained.map(([because, times]) => [escapeCell(because), times]),
  1,
)}

## Mistakes put in on purpose

Copies of the product, each with one mistake, checked the same documents. The run must detect all of them.

${markdownTable(
  ["mistake", "noticed by"],
  caught.map(({ name, by }) => [name, by === undefined ? "nothing" : escapeCell(by)]),
)}

## Content of the documents

${markdownTable(
  ["", "documents", "with admin access"],
  tally.coverage.map((it) => [it.row, it.documents, it.powerful]),
  2,
)}
`;
}
