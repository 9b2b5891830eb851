/**
 * Whether a script that is loaded on demand could not be loaded, by what browsers say. Chromium keeps that failure until
 * the page is loaded again, so trying again doesn't help.
 *
 * @see [Failed to fetch dynamically imported module](https://bugs.chromium.org/p/chromium/issues/detail?id=1195405)
 */
export function isScriptFailure(thrown: unknown): boolean {
  return thrown instanceof TypeError && /import/i.test(thrown.message);
}
