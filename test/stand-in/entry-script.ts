/** How the name of the entry script begins in the stand-in's console: as that of no release. */
export const entryScriptOfStandIn = "main-like-26.8.2-";

/** The entry script of the console's own; the one of this product is in another folder. */
const stock = /(?<=\/assets\/)main-(?=[\w-]{8}\.js)/g;

/**
 * The version of Keycloak shows only in the name of the console's entry script, so the console's page names
 * another one. Nothing else of the page changes.
 *
 * @returns undefined if it isn't the console's page
 */
export async function renameEntryScript(
  request: Request,
  answer: Response,
): Promise<Response | undefined> {
  if (!/\/admin\/[^/]+\/console\/$/.test(new URL(request.url).pathname)) return undefined;
  const page = await answer.text();
  return new Response(page.replaceAll(stock, entryScriptOfStandIn), { headers: answer.headers });
}

/**
 * The renamed script: it loads the console's own, which other scripts of the console import by its name.
 *
 * @returns undefined for any other request
 */
export function answerEntryScript({ url }: Request): Response | undefined {
  const { pathname } = new URL(url);
  const hash = new RegExp(`/assets/${entryScriptOfStandIn}([\\w-]{8})\\.js$`).exec(pathname)?.[1];
  if (hash === undefined) return undefined;
  const headers = { "content-type": "text/javascript" };
  return new Response(`import "./main-${hash}.js";\n`, { headers });
}
