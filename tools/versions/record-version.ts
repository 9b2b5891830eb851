import { readFile, writeFile } from "node:fs/promises";
import { compareVersions } from "../keycloak/compare-versions.ts";
import { type VersionRun, versionsTable } from "./versions-table.ts";

const begin = "<!-- Begin of what `npm run test:versions` writes. -->";
const end = "<!-- End of what `npm run test:versions` writes. -->";

/**
 * Keeps what came of a version's run beside those of the others, and writes the README's table anew.
 *
 * @throws where the README has no place for the table
 */
export async function recordVersion(
  dataFile: string,
  readmeFile: string,
  run: VersionRun,
): Promise<void> {
  const before: readonly VersionRun[] = JSON.parse(await readFile(dataFile, "utf8"));
  const runs = [...before.filter(({ version }) => version !== run.version), run].sort((a, b) =>
    compareVersions(b.version, a.version),
  );
  await writeFile(dataFile, `${JSON.stringify(runs, null, 2)}\n`);
  const readme = await readFile(readmeFile, "utf8");
  const [head, rest] = readme.split(begin);
  const [, tail] = rest?.split(end) ?? [];
  if (head === undefined || tail === undefined) {
    throw new Error(`${readmeFile} lacks the lines between which the table of versions stands.`);
  }
  await writeFile(readmeFile, `${head}${begin}\n\n${versionsTable(runs)}\n\n${end}${tail}`);
}
