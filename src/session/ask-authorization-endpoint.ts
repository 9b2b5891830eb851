import { answerTimeout } from "./issuer-of.ts";
import { SessionError } from "./session-error.ts";

/**
 * Sends an authorization request that may not ask the person anything, and returns the address that
 * the server sent the browser back to. The console's own session stays as it is.
 *
 * On the console's own origin `fetch` follows the way back. A login on another origin refuses that,
 * so there a hidden frame goes the same way; scripts are off in it, so that the console does not
 * start a second time inside.
 *
 * @param request an authorization request with `prompt=none`, whose `redirect_uri` is on `ownOrigin`
 * @throws SessionError when there is no answer
 * @see [OpenID Connect, prompt=none](https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest)
 */
export async function askAuthorizationEndpoint(request: URL, ownOrigin: string): Promise<URL> {
  return request.origin === ownOrigin ? askByFetch(request) : askByFrame(request, ownOrigin);
}

async function askByFetch(request: URL): Promise<URL> {
  try {
    const response = await fetch(request, {
      credentials: "include",
      cache: "no-store",
      signal: AbortSignal.timeout(answerTimeout),
    });
    return new URL(response.url);
  } catch (cause) {
    throw new SessionError("unreachable", cause);
  }
}

function askByFrame(request: URL, ownOrigin: string): Promise<URL> {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.src = request.href;
  return new Promise<URL>((resolve, reject) => {
    const timer = setTimeout(() => reject(new SessionError("unreachable")), answerTimeout);
    frame.addEventListener("load", () => {
      clearTimeout(timer);
      const address = addressOf(frame);
      if (address?.origin === ownOrigin) resolve(address);
      else reject(new SessionError("signInNeeded"));
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
