import { isAt } from "./is-at.ts";

/**
 * The page without event handlers. The server's page submits itself by one; in a document of `DOMParser` it
 * never runs, but where a policy forbids inline scripts, browsers print a violation for parsing it.
 */
const withoutHandlers = (page: string) => page.replace(/\son\w+\s*=/gi, " data-unused=");

/**
 * The fields of the form by which a server answers an authorization request.
 *
 * The page is only read: a document of `DOMParser` runs no script, loads nothing and is never shown.
 *
 * @param redirectUri where the form must lead to
 * @returns undefined for a page without such a form, such as an error page or a login form
 * @see [OAuth 2.0 Form Post Response Mode](https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html)
 * @see [DOMParser: scripting is disabled](https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#dom-domparser-parsefromstring)
 */
export function readFormPost(page: string, redirectUri: string): URLSearchParams | undefined {
  const { forms } = new DOMParser().parseFromString(withoutHandlers(page), "text/html");
  const form = Array.from(forms).find((it) => {
    const action = it.getAttribute("action") ?? "";
    return URL.canParse(action) && isAt(new URL(action), redirectUri);
  });
  if (form === undefined) return undefined;
  const inputs = Array.from(form.querySelectorAll<HTMLInputElement>("input[name]"));
  return new URLSearchParams(inputs.map(({ name, value }) => [name, value]));
}
