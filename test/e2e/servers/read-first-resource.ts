/**
 * Reads one of the theme's stylesheets as a browser would, and resolves when it is there.
 *
 * A Keycloak that caches themes makes its folder of gzipped resources for whoever asks first, and
 * empties it while it does: of two browsers that ask at once, one may be told 404. Stories that
 * share a server would meet that; see GzipResourceEncodingProviderFactory of Keycloak 26,
 * https://github.com/keycloak/keycloak/blob/26.2.5/services/src/main/java/org/keycloak/encoding/GzipResourceEncodingProviderFactory.java.
 *
 * Throws an Error when the console's page names no stylesheet, or the server does not give it.
 */
export async function readFirstResource(apiUrl: string): Promise<void> {
  const page = await fetch(`${apiUrl}/admin/master/console/`);
  const address = /href="([^"]+\.css)"/.exec(await page.text())?.[1];
  if (address === undefined) throw new Error(`The console at ${page.url} names no stylesheet.`);
  const { pathname } = new URL(address, page.url);
  const resource = await fetch(new URL(pathname, apiUrl), {
    headers: { "accept-encoding": "gzip" },
  });
  await resource.arrayBuffer();
  if (!resource.ok) throw new Error(`${resource.url} answered ${resource.status}.`);
}
