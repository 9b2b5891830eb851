import { z } from "zod";

/** All that is kept of a request: headers, cookies, queries, bodies and answers are left out. */
const har = z.object({
  log: z.object({
    entries: z.array(z.object({ request: z.object({ method: z.string(), url: z.string() }) })),
  }),
});

/** An address without user, query and fragment, in which tokens may stand. */
function plainAddress(address: string): string {
  if (!URL.canParse(address)) return "";
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

/**
 * The requests of a recording of a browser's network traffic, each as a line "METHOD address".
 *
 * @returns undefined where the text is no such recording
 * @see [HTTP Archive 1.2](http://www.softwareishard.com/blog/har-12-spec/)
 */
export function readHar(text: string): string | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = har.safeParse(content);
  return parsed.data?.log.entries
    .map(({ request: { method, url } }) => `${method} ${plainAddress(url)}`)
    .join("\n");
}
