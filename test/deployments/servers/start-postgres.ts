import { execFile } from "node:child_process";
import { chown, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ExpectedError } from "../../../tools/command/expected-error.ts";
import { freePort } from "../../../tools/keycloak/free-port.ts";

/** A PostgreSQL of one test run. */
export interface Postgres {
  /** What Keycloak is told to keep its data there. */
  readonly keycloakOptions: readonly string[];
  readonly stop: () => Promise<void>;
}

const installed = "/usr/lib/postgresql";

async function findPrograms(): Promise<string> {
  const [newest] = (await readdir(installed).catch(() => [])).sort((a, b) => Number(b) - Number(a));
  if (newest === undefined) {
    throw new ExpectedError("There is no PostgreSQL: install Debian's package postgresql.");
  }
  return join(installed, newest, "bin");
}

/**
 * Starts a PostgreSQL with an empty database, which is gone when it is stopped.
 *
 * @throws ExpectedError where Debian's package is not installed
 */
export async function startPostgres(): Promise<Postgres> {
  const programs = await findPrograms();
  const home = await mkdtemp(join(tmpdir(), "keycloak-presets-postgres-"));
  const data = join(home, "data");
  const isRoot = process.getuid?.() === 0;
  // It refuses to run as root.
  const asOwner = isRoot ? ["runuser", "-u", "postgres", "--"] : [];
  const run = async (program: string, ...args: readonly string[]) => {
    const [command = "", ...rest] = [...asOwner, join(programs, program), ...args];
    return (await promisify(execFile)(command, rest, { cwd: "/" })).stdout;
  };
  if (isRoot) {
    const { stdout: uid } = await promisify(execFile)("id", ["-u", "postgres"]);
    const { stdout: gid } = await promisify(execFile)("id", ["-g", "postgres"]);
    await chown(home, Number(uid), Number(gid));
  }
  const port = await freePort();
  await run("initdb", `--pgdata=${data}`, "--auth=trust", "--username=keycloak", "--no-sync");
  const options = `-p ${port} -k ${home} -c listen_addresses=127.0.0.1 -c fsync=off`;
  await run("pg_ctl", "start", "-w", "-D", data, "-l", join(home, "log"), "-o", options);
  return {
    keycloakOptions: [
      `--db-url=jdbc:postgresql://127.0.0.1:${port}/postgres`,
      "--db-username=keycloak",
      "--db-password=not-asked",
    ],
    stop: async () => {
      await run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", data);
      await rm(home, { recursive: true, force: true });
    },
  };
}
