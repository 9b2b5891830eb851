import { isAt } from "./is-at.ts";
import { answerTimeout } from "./issuer-of.ts";
import { readFormPost } from "./read-form-post.ts";
import { SessionError } from "./session-error.ts";

/**
 * Sends an authorization request that may not ask the person anything, and returns what the server
 * answers. The console's own session stays as it is, and only the login and the console are asked:
 * no redirect to anybody else is followed.
 *
 * On the console's own origin the answer comes as a form in the body (`form_post`), which takes one
 * request, keeps the code out of every address and doesn't load the console's page. Without such a
 * form, the server is asked to answer in the address (`query`). A login on another origin can't be
 * asked by `fetch`, so there a hidden frame goes to the answer's address; scripts are off in it, so
 * that the console does not start a second time inside. Where the frame may go is up to the console's
 * Content-Security-Policy.
 *
 * @param request an authorization request with `prompt=none`, without `response_mode`
 * @param redirectUri where the server is to send the browser back to, on the console's own origin
 * @throws SessionError `unreachable` without an answer; `signInNeeded` with a page that doesn't answer the request
 * @see [OpenID Connect, prompt=none](https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest)
 * @see [OAuth 2.0 Form Post Response Mode](https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html)
 */
export async function askAuthorizationEndpoint(
  request: URL,
  redirectUri: string,
): Promise<URLSearchParams> {
  if (request.origin !== new URL(redirectUri).origin) {
    return answerAt(await askByFrame(withMode(request, "query")), redirectUri);
  }
  return (await askForForm(request, redirectUri)) ?? (await askForAddress(request, redirectUri));
}

function withMode(request: URL, mode: "form_post" | "query"): URL {
  const url = new URL(request);
  url.searchParams.set("response_mode", mode);
  return url;
}

/** What the login answers; the browser itself refuses every redirect to another origin. */
async function askByFetch(request: URL, redirect: RequestRedirect): Promise<Response> {
  try {
    return await fetch(request, {
      mode: "same-origin",
      credentials: "include",
      cache: "no-store",
      redirect,
      signal: AbortSignal.timeout(answerTimeout),
    });
  } catch (cause) {
    throw new SessionError("unreachable", cause);
  }
}

/**
 * The answer in the body's form; undefined where the body has none.
 *
 * A redirect in its place is not followed: the login leads to somebody else, such as an identity provider.
 */
async function askForForm(request: URL, redirectUri: string): Promise<URLSearchParams | undefined> {
  const response = await askByFetch(withMode(request, "form_post"), "manual");
  if (response.type === "opaqueredirect") throw new SessionError("signInNeeded");
  if (response.status >= 500) throw new SessionError("unreachable");
  try {
    return readFormPost(await response.text(), redirectUri);
  } catch (cause) {
    throw new SessionError("unreachable", cause);
  }
}

async function askForAddress(request: URL, redirectUri: string): Promise<URLSearchParams> {
  const { url } = await askByFetch(withMode(request, "query"), "follow").catch(
    (thrown: unknown) => {
      // The login has just answered, so that it is reached: it leads to somebody else.
      const isElsewhere = thrown instanceof SessionError && thrown.cause instanceof TypeError;
      throw isElsewhere ? new SessionError("signInNeeded", thrown) : thrown;
    },
  );
  return answerAt(new URL(url), redirectUri);
}

/** The answer in an address, unless that is of a page on the way there, such as an error page. */
function answerAt(address: URL | undefined, redirectUri: string): URLSearchParams {
  if (address === undefined || !isAt(address, redirectUri)) throw new SessionError("signInNeeded");
  return address.searchParams;
}

function askByFrame(request: URL): Promise<URL | undefined> {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.src = request.href;
  return new Promise<URL | undefined>((resolve, reject) => {
    const timer = setTimeout(() => reject(new SessionError("unreachable")), answerTimeout);
    frame.addEventListener("load", () => {
      clearTimeout(timer);
      resolve(addressOf(frame));
    });
    document.body.append(frame);
  }).finally(() => frame.remove());
}

/** The frame's address, unless it stands on a page of another origin, such as a login form. */
function addressOf(frame: HTMLIFrameElement): URL | undefined {
  try {
    const href = frame.contentWindow?.location.href;
    return href === undefined ? undefined : new URL(href);
  } catch {
    return undefined;
  }
}
