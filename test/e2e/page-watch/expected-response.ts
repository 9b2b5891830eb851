/** A response of an error status that a story provokes: the browser then prints a line about it. */
export interface ExpectedResponse {
  /** An HTTP status, or `none` for a connection that breaks. */
  readonly status: number | "none";
  /** What the response's path contains or matches. */
  readonly path: string | RegExp;
}

/** Tells whether a line of the browser's console is about a response that the story announced. */
export function isAnnounced(
  line: { readonly text: string; readonly url: string },
  announced: readonly ExpectedResponse[],
): boolean {
  const [, code, broken] =
    /^Failed to load resource: (?:.*status of (\d+)|(net::ERR_))/.exec(line.text) ?? [];
  const status = broken === undefined ? Number(code) : "none";
  if (!URL.canParse(line.url)) return false;
  const { pathname } = new URL(line.url);
  return announced.some(
    (response) =>
      response.status === status &&
      (typeof response.path === "string"
        ? pathname.includes(response.path)
        : response.path.test(pathname)),
  );
}

/**
 * The answers to reading all realms while other stories end and their realms are deleted: a realm is gone, or it has lost
 * the client whose roles let an administrator of `master` in.
 */
export function otherRealmsEnd(realm: string): readonly ExpectedResponse[] {
  // The story's own realm stays.
  const own = realm.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const path = new RegExp(`/admin/realms/(?!${own}/)`);
  return [404, 403].map((status) => ({ status, path }));
}
