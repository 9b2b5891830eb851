/**
 * Whether something answers with another address in place of an answer. Requests of the product don't
 * follow it, so that no token and no change goes there. A browser hides the status of such a response.
 *
 * @see [Opaque-redirect filtered response](https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect)
 */
export function isRedirect({ type, status }: Response): boolean {
  return type === "opaqueredirect" || (status >= 300 && status < 400);
}
