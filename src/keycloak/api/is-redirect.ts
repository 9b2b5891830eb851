/**
 * Whether a response is a redirect. The product doesn't follow redirects, so that no token or
 * change goes to another address. A browser hides the status of such a response.
 *
 * @see [Opaque-redirect filtered response](https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect)
 */
export function isRedirect({ type, status }: Response): boolean {
  return type === "opaqueredirect" || (status >= 300 && status < 400);
}
