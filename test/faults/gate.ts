import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import type { Fault } from "./fault.ts";

/** A request on its way through the gate. */
export interface PassingRequest {
  readonly method: string;
  /** The path of the request with its query. */
  readonly url: string;
  /** Lets the request through, or a fault strike it; resolves when it was answered or cut. */
  readonly pass: (fault?: Fault) => Promise<void>;
}

/** A proxy in front of a server that may hold, lose, answer or double what passes. */
export interface Gate extends AsyncDisposable {
  /** Where the gate takes requests, without a slash at the end. */
  readonly address: string;
}

interface Passed {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** Where what was made is found. */
  readonly location?: string | null;
}

/**
 * Opens a gate: `await using gate = await openGate(serverUrl, watch)`.
 *
 * @param watch is given each request, and must let it pass at some time
 */
export async function openGate(
  serverUrl: string,
  watch: (request: PassingRequest) => Promise<void>,
): Promise<Gate> {
  const server = createServer((request, response) => {
    takeIn(serverUrl, request, response, watch).catch(() => request.socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function takeIn(
  serverUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
  watch: (request: PassingRequest) => Promise<void>,
): Promise<void> {
  const { method = "GET", url = "/" } = request;
  const body = await text(request);
  const forward = async (): Promise<Passed> => {
    const answer = await fetch(serverUrl + url, {
      method,
      headers: {
        authorization: request.headers.authorization ?? "",
        accept: "application/json",
        ...(body === "" ? {} : { "content-type": "application/json" }),
      },
      ...(body === "" ? {} : { body }),
    });
    const { status, headers } = answer;
    const type = headers.get("content-type") ?? "";
    return { status, type, body: await answer.text(), location: headers.get("location") };
  };
  await watch({ method, url, pass: (fault) => treat(fault, forward, request, response) });
}

async function treat(
  fault: Fault | undefined,
  forward: () => Promise<Passed>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const cut = () => request.socket.destroy();
  const answer = ({ status, type, body, location }: Passed) => {
    const headers = type === "" ? {} : { "content-type": type };
    response.writeHead(status, location ? { ...headers, location } : headers).end(body);
  };
  switch (fault?.kind) {
    case "cutBefore":
      return void cut();
    case "cutAfter":
      await forward();
      return void cut();
    case "answer":
      return answer(fault.page ? pageOf(fault.status) : refusalOf(fault.status));
    case "answerAfter":
      await forward();
      return answer(pageOf(fault.status));
    case "delay":
      await wait(fault.milliseconds);
      return answer(await forward());
    case "duplicate": {
      const first = forward();
      if (!fault.isAtOnce) await first;
      const second = await forward();
      await first;
      return answer(second);
    }
    case undefined:
      return answer(await forward());
  }
}

function pageOf(status: number): Passed {
  const body = `<!doctype html><title>${status}</title><h1>Somebody else's page</h1>`;
  return { status, type: "text/html; charset=utf-8", body };
}

/** An answer as Keycloak words it, so that nothing tells it from the server's own. */
function refusalOf(status: number): Passed {
  const words: Readonly<Record<number, object>> = {
    400: { error: "invalid_request", error_description: "For more on this error consult the log." },
    404: { error: "Could not find what was asked for" },
    409: { errorMessage: "It was changed meanwhile" },
    500: { error: "unknown_error", error_description: "For more on this error consult the log." },
  };
  const body = JSON.stringify(words[status] ?? { error: `HTTP ${status}` });
  return { status, type: "application/json", body };
}
