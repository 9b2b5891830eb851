import { asArray, asRecord } from "../../tools/test/parse-json.ts";

interface Story {
  readonly title: string;
  readonly isPassed: boolean;
}

/** What a deployment is called, and the stories told on it. */
interface ToldDeployment {
  readonly name: string;
  readonly stories: readonly Story[];
}

/** A file's `test.describe` is a deployment, and its tests are the stories. */
function readDeployments(report: unknown): readonly ToldDeployment[] {
  return asArray(asRecord(report)["suites"])
    .flatMap((file) => asArray(asRecord(file)["suites"] ?? []))
    .map((suite) => {
      const { title, specs } = asRecord(suite);
      const stories = asArray(specs).map((spec) => {
        const { title: story, ok } = asRecord(spec);
        return { title: String(story), isPassed: ok === true };
      });
      return { name: String(title), stories };
    });
}

const text = (words: string) => words.replaceAll("|", "\\|");

/**
 * What came of a run of deployments, as a page in Markdown.
 *
 * @param report Playwright's JSON report
 * @see [Playwright's JSON reporter](https://playwright.dev/docs/test-reporters#json-reporter)
 */
export function deploymentsMarkdown(
  report: unknown,
  { version, day }: { readonly version: string; readonly day: string },
): string {
  const rows = readDeployments(report).flatMap(({ name, stories }) =>
    stories.map(
      ({ title, isPassed }, place) =>
        `| ${place === 0 ? text(name) : ""} | ${text(title)} | ${isPassed ? "passed" : "**failed**"} |`,
    ),
  );
  return `# Deployments

\`npm run test:deployments\` wrote this page on ${day}: Keycloak ${version} unless another is named, each deployment with
servers of its own, in Chromium. It needs Debian's packages \`postgresql\` and \`nginx-light\`, and Java 21 or newer
for Phase Two's extension.

| deployment | story | |
|---|---|---|
${rows.join("\n")}

\`npm test\` tells its stories on \`kc.sh start-dev\` over plain http at localhost, and some of them on \`kc.sh start\` with
TLS, console and login on two hosts (\`--hostname\`, \`--hostname-admin\`) below a relative path, and on the oldest
supported Keycloak.

## Not tried

- The Red Hat build of Keycloak: it is no open download. It ships the same console under the same theme name
  (\`keycloak.v2\`), so nothing is known that stands against it.
- Phase Two's own distribution with its console theme, for which \`npm run build -- --parent phasetwo-ui\` makes the JAR:
  what was tried is a theme of our own in that place (above), and Phase Two's extension on a Keycloak as it is
  released.
- Containers, the operator, Windows as the server's host, MariaDB, MSSQL and Oracle.
`;
}
