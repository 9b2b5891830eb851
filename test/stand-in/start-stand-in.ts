import { once } from "node:events";
import { createServer, type IncomingMessage, request as send } from "node:http";
import { buffer } from "node:stream/consumers";
import { type StandInOptions, standIn } from "./rules.ts";

/** A running stand-in. */
export interface RunningStandIn extends AsyncDisposable {
  /** Where it takes requests, without a slash at the end. */
  readonly address: string;
}

/** Headers that are about one connection, or about a body that is sent on otherwise. */
const ofConnection = ["connection", "keep-alive", "transfer-encoding", "content-length"];

/**
 * Starts the stand-in for Keycloak 26.8.2 before an older Keycloak that tells its own address from each request,
 * as one in development mode does: `await using standIn = await startStandIn(address)`.
 *
 * @param keycloak where that Keycloak is, without a slash at the end
 */
export async function startStandIn(
  keycloak: string,
  options: StandInOptions = {},
): Promise<RunningStandIn> {
  const answer = standIn((request) => forward(keycloak, request), options);
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

/** Sends a request on with its own `Host`, from which Keycloak makes its addresses; `fetch` would change that. */
async function forward(keycloak: string, request: Request): Promise<Response> {
  const { host, pathname, search } = new URL(request.url);
  // Bodies are read here, so they must not be compressed.
  const body = Buffer.from(await request.arrayBuffer());
  const headers = {
    ...Object.fromEntries(request.headers),
    ...{ host, "accept-encoding": "identity" },
    ...(body.length === 0 ? {} : { "content-length": body.length }),
  };
  const { hostname, port } = new URL(keycloak);
  const { method } = request;
  const sent = send({ hostname, port, method, headers, path: pathname + search });
  sent.end(body);
  const [incoming]: IncomingMessage[] = await once(sent, "response");
  if (incoming === undefined) throw new Error(`${method} ${pathname} got no answer.`);
  const answered = await buffer(incoming);
  const { statusCode: status = 502 } = incoming;
  return new Response(answered.length === 0 ? null : answered, {
    status,
    headers: headersOf(incoming),
  });
}

/** The headers that are passed on; one may be there several times. */
function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    if (ofConnection.includes(name)) continue;
    for (const value of values) headers.append(name, value);
  }
  return headers;
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const { method = "GET" } = incoming;
  const body = await buffer(incoming);
  return new Request(`http://${incoming.headers.host}${incoming.url}`, {
    method,
    headers: headersOf(incoming),
    ...(body.length === 0 ? {} : { body }),
  });
}
