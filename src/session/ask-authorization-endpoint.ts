import { isAt } from "./is-at.ts";
import { answerTimeout } from "./issuer-of.ts";
import { readFormPost } from "./read-form-post.ts";
import { SessionError } from "./session-error.ts";

/**
 * Sends an authorization request without any prompt, and returns the server's answer. The console's
 * own session doesn't change, and only the login and the console get requests: redirects to other
 * hosts aren't followed.
 *
 * On the console's own origin, the answer is a form in the body (`form_post`). This needs one
 * request, keeps the code out of every address and doesn't load the console's page. Without such a
 * form, the server is asked to answer in the address (`query`). `fetch` can't reach a login on
 * another origin, so a hidden frame goes to the answer's address. Scripts are off in the frame, so
 * that the console doesn't start inside it. The console's Content-Security-Policy decides where the
 * frame may go.
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

/** The login's answer; the browser itself blocks every redirect to another origin. */
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
 * The answer in the body's form; undefined if the body has none.
 *
 * A redirect instead of it isn't followed, because it leads elsewhere, such as to an identity
 * provider.
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
      // The login has just answered, so it is reachable: the redirect leads elsewhere.
      const isElsewhere = thrown instanceof SessionError && thrown.cause instanceof TypeError;
      throw isElsewhere ? new SessionError("signInNeeded", thrown) : thrown;
    },
  );
  return answerAt(new URL(url), redirectUri);
}

/** The answer in an address, unless it is that of another page, such as an error page. */
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

/** The frame's address, unless it shows a page of another origin, such as a login form. */
function addressOf(frame: HTMLIFrameElement): URL | undefined {
  try {
    const href = frame.contentWindow?.location.href;
    return href === undefined ? undefined : new URL(href);
  } catch {
    return undefined;
  }
}
