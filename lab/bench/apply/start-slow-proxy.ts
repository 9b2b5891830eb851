import { once } from "node:events";
import { createServer, request as sendRequest } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

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
