import { AdminApiError, serverMessageIn } from "../api/admin-api-error.ts";
import { isRedirect } from "../api/is-redirect.ts";

/** The time limit of the call, in milliseconds. */
const timeout = 15_000;

/** The server's answer to a call. */
export interface OwnAnswer {
  readonly status: number;
  /** The server's message for a rejection, if any. It is untrusted data: show it as text only. */
  readonly serverMessage: string | undefined;
}

/** The message in a challenge, such as `Bearer error="invalid_token", error_description="…"`. */
function wordsIn(challenge: string | null): string | undefined {
  return /error_description="([^"]+)"/.exec(challenge ?? "")?.[1];
}

async function readAnswer(response: Response): Promise<OwnAnswer> {
  const { status, headers } = response;
  if (status < 400) {
    await response.body?.cancel();
    return { status, serverMessage: undefined };
  }
  const body: unknown = await response.json().catch((thrown: unknown) => {
    // A rejection may have no JSON body.
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  });
  const serverMessage = serverMessageIn(body) ?? wordsIn(headers.get("www-authenticate"));
  return { status, serverMessage };
}

/**
 * Makes one GET call with a client's own token.
 *
 * @throws AdminApiError `unreachable` when there is no answer, `redirected` when the server redirects the call
 * @see [RFC 6750, WWW-Authenticate](https://www.rfc-editor.org/rfc/rfc6750#section-3)
 */
export async function tryOwnCall(address: string, token: string): Promise<OwnAnswer> {
  let response: Response;
  let answer: OwnAnswer;
  try {
    response = await fetch(address, {
      headers: { authorization: `Bearer ${token}` },
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    });
    answer = await readAnswer(response);
  } catch (cause) {
    throw new AdminApiError({ attempt: "ownCall", failure: "unreachable", cause });
  }
  if (isRedirect(response)) throw new AdminApiError({ attempt: "ownCall", failure: "redirected" });
  return answer;
}
