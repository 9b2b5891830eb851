/**
 * `npm run role-matrix`: writes what was measured of all admin roles as `docs/role-matrix.md` and
 * `docs/role-matrix.html`. The same measurements and names give the same bytes.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ExpectedError } from "./keycloak/expected-error.ts";
import { readCallNames } from "./role-matrix/call-names.ts";
import { roleMatrixMarkdown } from "./role-matrix/markdown/role-matrix-markdown.ts";
import { readMeasurements } from "./role-matrix/read-measurements.ts";
import { renderPage } from "./role-matrix/render-page.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Where the matrix is read from and written to. */
interface RoleMatrixPlaces {
  /** The directory of `26.7.json` and its like. */
  readonly measured: string;
  /** The file of the calls' names. */
  readonly names: string;
  readonly output: string;
}

/** Writes both documents and returns their paths. */
export async function writeRoleMatrix(places: RoleMatrixPlaces): Promise<readonly string[]> {
  const measurements = await readMeasurements(places.measured);
  const names = await readCallNames(places.names);
  const documents = new Map([
    ["role-matrix.md", roleMatrixMarkdown(measurements, names)],
    ["role-matrix.html", await renderPage(measurements, names)],
  ]);
  await mkdir(places.output, { recursive: true });
  const paths: string[] = [];
  for (const [name, text] of documents) {
    const path = join(places.output, name);
    await writeFile(path, text);
    paths.push(path);
  }
  return paths;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const paths = await writeRoleMatrix({
      measured: join(root, "src/catalog/measured"),
      names: join(root, "messages/calls_en.properties"),
      output: join(root, "docs"),
    });
    console.log(paths.map((path) => `Wrote ${path}`).join("\n"));
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
