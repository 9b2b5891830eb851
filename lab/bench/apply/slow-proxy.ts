import { once } from "node:events";
import { createServer, request as sendRequest } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

/** Requests of a program to Keycloak. */
export interface CountedRequests {
  readonly requests: number;
  /** Those among them that change something. */
  readonly writes: number;
  /** Those among them that get a token. */
  readonly signIns: number;
}

/** Stands between a program and Keycloak: counts requests, and answers each later. */
export interface SlowProxy extends AsyncDisposable {
  readonly baseUrl: string;
  /** The requests since this was last asked. */
  readonly takeCounts: () => CountedRequests;
}

const none: CountedRequests = { requests: 0, writes: 0, signIns: 0 };

/** Counts one more request. Getting a token is sent like a write, and changes nothing of the realm. */
export function countRequest(
  { requests, writes, signIns }: CountedRequests,
  method: string,
  url: string,
): CountedRequests {
  const isSignIn = url.endsWith("/protocol/openid-connect/token");
  const isWrite = !isSignIn && method !== "GET" && method !== "HEAD";
  return {
    requests: requests + 1,
    writes: writes + (isWrite ? 1 : 0),
    signIns: signIns + (isSignIn ? 1 : 0),
  };
}

/** Starts it; `latency` is in milliseconds. */
export async function startSlowProxy(target: string, latency: number): Promise<SlowProxy> {
  let counts = none;
  const server = createServer((request, response) => {
    const { method, headers, url } = request;
    counts = countRequest(counts, method ?? "GET", url ?? "/");
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
    takeCounts: () => {
      const taken = counts;
      counts = none;
      return taken;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
