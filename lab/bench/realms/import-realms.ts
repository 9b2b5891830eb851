import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ExpectedError } from "../../../tools/keycloak/expected-error.ts";
import { type BenchServer, runBenchCommand } from "../start-bench-server.ts";

/** A key that takes no time to make; without one, each realm would have four of its own. */
const components = {
  "org.keycloak.keys.KeyProvider": [{ name: "hmac", providerId: "hmac-generated", config: {} }],
};

/** An import is one transaction: with 2,000 realms, the database has not the memory to commit it. */
const perImport = 250;

async function importPart(server: BenchServer, realms: readonly string[]): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "realms-"));
  try {
    for (const realm of realms) {
      const file = join(directory, `${realm}-realm.json`);
      await writeFile(file, JSON.stringify({ realm, enabled: true, components }));
    }
    const importing = await runBenchCommand(server, "import", `--dir=${directory}`);
    if ((await importing.exited) === 0) return;
    throw new ExpectedError(`Importing realms failed: ${importing.log().slice(-2_000)}`);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * Makes that many realms on a server that isn't running, empty but for what each realm has, and so as many
 * clients of master. By import, since a running server takes the longer for a realm the more it has: 1 s for
 * each of the first hundred, 3 s for each of the third; the import takes 0.3 to 0.6 s for each of 2,000.
 *
 * Throws an ExpectedError with the end of the server's log where it doesn't succeed; what was imported before
 * stays.
 *
 * @see [Importing and exporting realms](https://www.keycloak.org/server/importExport)
 */
export async function importRealms(server: BenchServer, count: number): Promise<void> {
  const realms = Array.from({ length: count }, (_, at) => `realm-${String(at).padStart(4, "0")}`);
  for (let from = 0; from < count; from += perImport) {
    server.report(`Importing realms: ${from} of ${count} are there`);
    await importPart(server, realms.slice(from, from + perImport));
  }
}
