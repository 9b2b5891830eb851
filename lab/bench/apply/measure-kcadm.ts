import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Program } from "./make-apply-realm.ts";
import type { ApplyVisit } from "./measure-apply.ts";
import { startSlowProxy } from "./slow-proxy.ts";

/** What giving two roles with `kcadm.sh` takes, the administrator signed in already. */
export interface KcadmMeasurement {
  readonly milliseconds: number;
  readonly requests: number;
}

/** Gives a program view-users and query-users with the admin CLI of the server in `home`. */
export async function measureKcadm(
  home: string,
  { baseUrl, username, password, realm, latency }: ApplyVisit,
  { clientId }: Program,
): Promise<KcadmMeasurement> {
  await using proxy = await startSlowProxy(baseUrl, latency);
  const folder = await mkdtemp(join(tmpdir(), "presets-kcadm-"));
  const config = join(folder, "config");
  const run = (...args: readonly string[]) =>
    promisify(execFile)(join(home, "bin", "kcadm.sh"), [...args, "--config", config]);
  try {
    await run(
      ...["config", "credentials", "--server", proxy.baseUrl, "--realm", "master"],
      ...["--user", username, "--password", password],
    );
    proxy.takeCounts();
    const begin = performance.now();
    await run(
      ...["add-roles", "-r", realm, "--uusername", `service-account-${clientId}`],
      ...["--cclientid", "realm-management", "--rolename", "view-users"],
      ...["--rolename", "query-users"],
    );
    return { milliseconds: performance.now() - begin, requests: proxy.takeCounts().requests };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
