import { CliError } from "../cli-error.ts";
import { reasonOf } from "../reason-of.ts";
import { explainConnection } from "../server/explain-connection.ts";

/** What a server answered to a request without credentials. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly contentType: string;
  /** The Content-Security-Policy; empty if there is none. */
  readonly policy: string;
  /** Where a redirect leads to. */
  readonly location: string | undefined;
}

/** How long an answer may take, in milliseconds. */
const answerTimeout = 30_000;

/**
 * Reads an address without credentials, asks for a fresh answer, and follows no redirect.
 *
 * @throws CliError if the server doesn't answer
 */
export async function ask(address: string): Promise<Answer> {
  try {
    const response = await fetch(address, {
      redirect: "manual",
      cache: "no-store",
      headers: { "cache-control": "no-cache", accept: "text/html, */*" },
      signal: AbortSignal.timeout(answerTimeout),
    });
    const { status, headers } = response;
    return {
      status,
      text: await response.text(),
      contentType: headers.get("content-type") ?? "",
      policy: headers.get("content-security-policy") ?? "",
      location: headers.get("location") ?? undefined,
    };
  } catch (thrown) {
    const reason = explainConnection(thrown) ?? reasonOf(thrown);
    throw new CliError(`${address} couldn't be reached: ${reason}.`);
  }
}
