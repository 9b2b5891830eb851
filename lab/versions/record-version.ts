import { readFile, writeFile } from "node:fs/promises";
import { compareVersions } from "../../tools/keycloak/compare-versions.ts";
import { writeBetween } from "../markdown/write-between.ts";
import { type VersionRun, versionsTable } from "./versions-table.ts";

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
  await writeBetween(readmeFile, "npm run test:versions", versionsTable(runs));
}
