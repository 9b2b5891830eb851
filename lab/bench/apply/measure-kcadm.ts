import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, request as sendRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import type { Program } from "./make-apply-realm.ts";
import type { ApplyVisit } from "./measure-apply.ts";

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
    proxy.takeCount();
    const begin = performance.now();
    await run(
      ...["add-roles", "-r", realm, "--uusername", `service-account-${clientId}`],
      ...["--cclientid", "realm-management", "--rolename", "view-users"],
      ...["--rolename", "query-users"],
    );
    return { milliseconds: performance.now() - begin, requests: proxy.takeCount() };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Stands between a program and Keycloak: counts requests, and answers each later. */
export interface SlowProxy extends AsyncDisposable {
  readonly baseUrl: string;
  /** The requests to Keycloak since this was last asked. */
  readonly takeCount: () => number;
}

/** Starts it; `latency` is in milliseconds. */
export async function startSlowProxy(target: string, latency: number): Promise<SlowProxy> {
  let count = 0;
  const server = createServer((request, response) => {
    count += 1;
    const { method, headers, url } = request;
    void wait(latency).then(() => {
      const forwarded = sendRequest(new URL(url ?? "/", target), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      forwarded.on("error", () => response.writeHead(502).end());
      request.pipe(forwarded);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    baseUrl: `http://localhost:${port}`,
    takeCount: () => {
      const taken = count;
      count = 0;
      return taken;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
