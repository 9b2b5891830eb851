import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { standIn } from "./rules.ts";

/** A running stand-in. */
export interface RunningStandIn extends AsyncDisposable {
  /** Where it takes requests, without a slash at the end. */
  readonly address: string;
}

/** Headers that are about one connection, or about a body that is sent on otherwise. */
const ofConnection = ["connection", "keep-alive", "transfer-encoding", "content-length"];

/**
 * Starts the stand-in for Keycloak 26.8.2 before a Keycloak 26.7 that tells its own address from each request,
 * as one in development mode does: `await using standIn = await startStandIn(address)`.
 *
 * @param keycloak where that Keycloak is, without a slash at the end
 */
export async function startStandIn(keycloak: string): Promise<RunningStandIn> {
  const { port: portBehind } = new URL(keycloak);
  const answer = standIn((request) => {
    const { host, pathname, search } = new URL(request.url);
    const headers = new Headers(request.headers);
    headers.set("host", host);
    // Bodies are read here.
    headers.set("accept-encoding", "identity");
    return fetch(`http://localhost:${portBehind}${pathname}${search}`, {
      method: request.method,
      headers,
      redirect: "manual",
      ...(request.body === null ? {} : { body: request.body, duplex: "half" }),
    });
  });
  const server = createServer((incoming, response) => {
    (async () => {
      const answered = await answer(await toRequest(incoming));
      const headers = [...answered.headers].filter(([name]) => !ofConnection.includes(name));
      response.writeHead(answered.status, headers.flat());
      response.end(Buffer.from(await answered.arrayBuffer()));
    })().catch((thrown: unknown) => {
      if (!response.headersSent) response.writeHead(502);
      response.end(String(thrown));
    });
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    address: `http://localhost:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const { method = "GET", headers: given } = incoming;
  const body = await buffer(incoming);
  const headers = Object.entries(given).flatMap(([name, value]) =>
    value === undefined || ofConnection.includes(name) ? [] : [[name, String(value)] as const],
  );
  return new Request(`http://${given.host}${incoming.url}`, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    ...(body.length === 0 ? {} : { body }),
  });
}
