import { type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

/**
 * Tells whether the server on this machine answers that URL with 2xx.
 *
 * The host name need not be known to this machine, and a certificate need not be trusted: nothing
 * is sent or taken but the status, so that servers behind made-up names and self-signed
 * certificates can be waited for, too.
 */
export async function reachesServer(url: string): Promise<boolean> {
  const { protocol } = new URL(url);
  const options: RequestOptions & { rejectUnauthorized: boolean } = {
    timeout: 3_000,
    agent: false,
    rejectUnauthorized: false,
    lookup: (_host, { all }, done) =>
      all ? done(null, [{ address: "127.0.0.1", family: 4 }]) : done(null, "127.0.0.1", 4),
  };
  return await new Promise((resolve) => {
    const request = (protocol === "https:" ? requestHttps : requestHttp)(url, options, (answer) => {
      answer.resume();
      resolve(
        answer.statusCode !== undefined && answer.statusCode >= 200 && answer.statusCode < 300,
      );
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(false));
    request.end();
  });
}
