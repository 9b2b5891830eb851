import { z } from "zod";
import type { BundledPackage } from "../build/bundled-packages.ts";
import { ExpectedError } from "../command/expected-error.ts";

/** A package that only depends on a vulnerable one names that in place of an advisory. */
const cause = z.union([
  z.string(),
  z.object({ title: z.string(), severity: z.string(), url: z.string() }),
]);

/** What `npm audit --json` answers. */
const auditReport = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({ nodes: z.array(z.string()), via: z.array(cause) }),
  ),
});

const auditFailure = z.object({ message: z.string().min(1) });

/**
 * Finds the advisories about packages whose code is in the JAR. Those about tools, which nobody who
 * installs the JAR gets, are left out, and so are advisories that reach a package only through another
 * one: where that is in the JAR too, it is named itself.
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
  const { data } = auditReport.safeParse(report);
  if (data === undefined) {
    const reason = auditFailure.safeParse(report).data?.message ?? "there was no report";
    throw new ExpectedError(
      `npm audit asked the registry for advisories and got none: ${reason}. Run it again where the registry answers.`,
    );
  }
  return Object.values(data.vulnerabilities)
    .flatMap(({ nodes, via }) => {
      const titles = via.flatMap((it) =>
        typeof it === "string" ? [] : [`${it.title} (${it.severity}), ${it.url}`],
      );
      return nodes.flatMap((node) => {
        const found = bundled.get(node);
        if (found === undefined) return [];
        return titles.map((title) => `${found.name} ${found.version}: ${title}`);
      });
    })
    .sort();
}
