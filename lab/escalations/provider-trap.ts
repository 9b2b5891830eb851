import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server of the attacker's that stands in for an OpenID provider. */
export interface ProviderTrap {
  /** Sends each browser back with a code, without asking anything. */
  readonly authorizationUrl: string;
  /** Keeps what it is sent, and gives no token. */
  readonly tokenUrl: string;
  /** What was sent to the token address last. */
  readonly received: () => URLSearchParams;
  readonly stop: () => Promise<void>;
}

/** Starts one on this machine. */
export async function startProviderTrap(): Promise<ProviderTrap> {
  let received = new URLSearchParams();
  const server = createServer(async (request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://localhost");
    const parts: Uint8Array[] = [];
    for await (const part of request) parts.push(part);
    if (request.method === "POST") {
      received = new URLSearchParams(Buffer.concat(parts).toString());
      response.writeHead(400).end();
      return;
    }
    const back = new URL(searchParams.get("redirect_uri") ?? "");
    back.searchParams.set("code", "any");
    back.searchParams.set("state", searchParams.get("state") ?? "");
    response.writeHead(302, { location: back.href }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", () => resolve()));
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    authorizationUrl: `${address}/authorize`,
    tokenUrl: `${address}/token`,
    received: () => received,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
