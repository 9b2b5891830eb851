import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A proxy that changes what a server sends. */
export interface ChangingProxy extends AsyncDisposable {
  /** Where it answers, without a slash at the end. */
  readonly url: string;
}

/**
 * Starts a proxy for GET requests before a server.
 *
 * @param serverUrl base address of the server, without a slash at the end
 * @param change what becomes of a body; undefined stands for 404
 */
export async function startChangingProxy(
  serverUrl: string,
  change: (path: string, body: string) => string | undefined,
): Promise<ChangingProxy> {
  const proxy = createServer((request, response) => {
    const path = request.url ?? "/";
    void (async () => {
      const answer = await fetch(`${serverUrl}${path}`, { redirect: "manual" });
      const body = change(path, await answer.text());
      const type = answer.headers.get("content-type") ?? "text/plain";
      response.writeHead(body === undefined ? 404 : answer.status, { "content-type": type });
      response.end(body);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}
