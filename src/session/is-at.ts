/**
 * Whether an address is the one that the server was told to send the browser back to, whatever the
 * query. Names in it may come back encoded in another way.
 */
export function isAt({ origin, pathname }: URL, redirectUri: string): boolean {
  const expected = new URL(redirectUri);
  return (
    origin === expected.origin &&
    decodeURIComponent(pathname) === decodeURIComponent(expected.pathname)
  );
}
