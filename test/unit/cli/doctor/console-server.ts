import { readFileSync } from "node:fs";
import { join } from "node:path";
import { vi } from "vitest";
import { fixturesFolder } from "../../../../lab/console-fixtures/fixture-files.ts";

export const server = "https://keycloak.example";

const script = "js/main-ABCD2345.js";
const resources = `${server}/resources/version`;

/** The folder with the page of the next console. */
export const nextConsole = "test/unit/console/next-console";

/**
 * A recorded page of a console, with another admin theme and a script of ours.
 *
 * @param own the path of our script in the theme; undefined where the page has none
 */
export function pageWith(
  theme: string,
  own: string | undefined,
  folder = fixturesFolder("26.7"),
): string {
  const page = readFileSync(join(folder, "document.html"), "utf8");
  const tag =
    own === undefined
      ? ""
      : `<script type="module" src="/resources/version/admin/${theme}/${own}"></script>`;
  return page
    .replaceAll(/admin\/keycloak\.v\d/g, `admin/${theme}`)
    .replace("</head>", `${tag}</head>`);
}

/** What a server answers, by address; what isn't here answers 404. */
export type Answers = ReadonlyMap<string, string | Response>;

const isOurs = (theme: string) => theme === "service-account-presets" || theme === "child";

/**
 * A Keycloak with the extension, as everyone sees it: with our theme, or another one, in `master`.
 *
 * @param theme the admin theme of `master`
 * @param minor whose console it has
 */
export function installed(
  theme = "service-account-presets",
  minor = "26.7",
): Map<string, string | Response> {
  return new Map<string, string | Response>([
    [
      `${server}/admin/master/console/`,
      pageWith(theme, isOurs(theme) ? script : undefined, fixturesFolder(minor)),
    ],
    [
      `${resources}/common/service-account-presets/about.json`,
      JSON.stringify({ version: "1.0.0", parent: "keycloak.v2", script }),
    ],
    ...["service-account-presets", "child"].map(
      (name) =>
        [
          `${resources}/admin/${name}/${script}`,
          new Response("", { headers: { "content-type": "text/javascript;charset=UTF-8" } }),
        ] as const,
    ),
    [
      `${server}/realms/master/account/`,
      '<link href="/resources/version/account/keycloak.v3/favicon.svg">',
    ],
  ]);
}

/** Lets `fetch` answer so; requests to the Admin API and for tokens go to `others`. */
export function serve(answers: Answers, others?: typeof globalThis.fetch): void {
  vi.stubGlobal("fetch", async (input: URL | string, init: RequestInit) => {
    const address = String(input).split("?")[0] ?? "";
    const answer = answers.get(address);
    if (answer instanceof Response) return answer.clone();
    if (answer !== undefined) {
      return new Response(answer, { headers: { "content-type": "text/html" } });
    }
    return others === undefined || /\/resources\//.test(address)
      ? new Response("", { status: 404 })
      : others(input, init);
  });
}
