import type { BundledPackage } from "../build/bundled-packages.ts";
import { ExpectedError } from "../keycloak/expected-error.ts";
import { asArray, asRecord } from "../test/parse-json.ts";

const asText = (value: unknown): string => (typeof value === "string" ? value : "");

/** What an advisory says, where it is one: packages that only depend on a vulnerable one name that. */
function titleOf(cause: unknown): readonly string[] {
  if (typeof cause === "string") return [];
  const { title, severity, url } = asRecord(cause);
  return [`${asText(title)} (${asText(severity)}), ${asText(url)}`];
}

/**
 * Finds the advisories about packages whose code is in the JAR. Those about tools, which nobody who
 * installs the JAR gets, are left out, and so are advisories that reach a package only through another
 * one: where that is in the JAR too, it is told itself.
 *
 * @param report what `npm audit --json` answered
 * @param bundled packages by their key in package-lock.json
 * @returns a line for each, sorted
 * @throws ExpectedError when the registry did not answer: silence must never look like safety
 * @see [npm audit](https://docs.npmjs.com/cli/commands/npm-audit)
 */
export function bundledAdvisories(
  report: unknown,
  bundled: ReadonlyMap<string, Pick<BundledPackage, "name" | "version">>,
): readonly string[] {
  const { vulnerabilities, message } = asRecord(report);
  if (typeof vulnerabilities !== "object" || vulnerabilities === null) {
    const reason = asText(message) || "there was no report";
    throw new ExpectedError(
      `npm audit asked the registry for advisories and got none: ${reason}. Run it again where the registry answers.`,
    );
  }
  return Object.values(vulnerabilities)
    .flatMap((vulnerability) => {
      const { nodes, via } = asRecord(vulnerability);
      const titles = asArray(via).flatMap(titleOf);
      return asArray(nodes).flatMap((node) => {
        const found = bundled.get(asText(node));
        return found === undefined
          ? []
          : titles.map((title) => `${found.name} ${found.version}: ${title}`);
      });
    })
    .sort();
}
