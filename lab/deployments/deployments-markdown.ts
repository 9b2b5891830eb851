import type { LoggedTest } from "../../tools/test/test-log.ts";
import { markdownTable } from "../markdown/table.ts";

const text = (words: string) => words.replaceAll("|", "\\|");

/**
 * What came of a run of deployments, as a page in Markdown.
 *
 * @param tests its tests, by deployment: the title of a `test.describe` is the deployment's name
 */
export function deploymentsMarkdown(
  tests: readonly LoggedTest[],
  { version, day }: { readonly version: string; readonly day: string },
): string {
  let last = "";
  const rows = tests.map(({ titles, outcome }) => {
    const [deployment = "", story = ""] = titles;
    const name = deployment === last ? "" : deployment;
    last = deployment;
    return [text(name), text(story), outcome === "passed" ? "passed" : "**failed**"];
  });
  return `# Deployments

\`npm run test:deployments\` wrote this page on ${day}: Keycloak ${version} unless another is named, each deployment on its own servers, in Chromium. It needs Debian's packages \`postgresql\` and \`nginx-light\`, and Java 21 or newer
for Phase Two's extension.

${markdownTable(["deployment", "story", ""], rows)}

\`npm test\` runs its stories on \`kc.sh start-dev\` over plain HTTP on localhost. Some of them also run on \`kc.sh start\`
with TLS, console and login on different hosts (\`--hostname\`, \`--hostname-admin\`) and a relative path, and on the oldest
supported Keycloak.

## Not tested

- The Red Hat build of Keycloak, because its download isn't public. It ships the same console with the same theme name
  (\`keycloak.v2\`), so we expect no problems.
- Phase Two's own distribution. On its console theme, \`phasetwo-ui\`, [the tab can't show](how-to/install.md#with-a-theme-of-your-own).
  The tests above use another parent theme, and Phase Two's extension on stock Keycloak.
- Containers, the operator, Windows as the server's host, MariaDB, MSSQL and Oracle.
`;
}
