/**
 * Reads all stylesheets and scripts of the console as a browser would, one after another, and resolves when they
 * are there. A Keycloak that doesn't cache themes makes nothing of that: there only the page's own ones are read.
 *
 * A Keycloak that caches themes gzips each resource for whoever asks first, and removes the file for a moment where
 * another one asks meanwhile: of two browsers that ask at once, one may be told 404. Stories that share a server
 * would meet that; see GzipResourceEncodingProvider of Keycloak 26,
 * https://github.com/keycloak/keycloak/blob/26.2.5/services/src/main/java/org/keycloak/encoding/GzipResourceEncodingProvider.java.
 *
 * Throws an Error when the console's page names no resource, or the server does not give one.
 */
export async function readResources(apiUrl: string): Promise<void> {
  const page = await fetch(`${apiUrl}/admin/master/console/`);
  const named = (await page.text()).match(/[^"\s]*\/resources\/[^"\s]+\.(?:css|js)(?=")/g) ?? [];
  if (named.length === 0) throw new Error(`The console at ${page.url} names no resource.`);
  // The page may name them at another host.
  const open = named.map((address) => new URL(new URL(address, page.url).pathname, apiUrl).href);
  const seen = new Set(open);
  for (let address = open.shift(); address !== undefined; address = open.shift()) {
    const resource = await fetch(address, { headers: { "accept-encoding": "gzip" } });
    const text = await resource.text();
    if (!resource.ok) throw new Error(`${address} answered ${resource.status}.`);
    if (resource.headers.get("content-encoding") !== "gzip") continue;
    for (const part of partsNamedIn(text, address)) {
      if (!seen.has(part)) open.push(part);
      seen.add(part);
    }
  }
}

/** The parts of a script that bundlers name in it: `./part-….js`, or `assets/part-….css` below the theme's folder. */
function partsNamedIn(text: string, address: string): readonly string[] {
  const beside = text.match(/(?<=["'`])\.\/[\w.-]+-[\w-]{8}\.(?:js|css)(?=["'`])/g) ?? [];
  const inAssets = text.match(/(?<=["'`])assets\/[\w.-]+-[\w-]{8}\.(?:js|css)(?=["'`])/g) ?? [];
  return [
    ...beside.map((part) => new URL(part, address).href),
    ...inAssets.map((part) => new URL(`../${part}`, address).href),
  ];
}
