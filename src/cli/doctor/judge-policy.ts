import type { ConsoleFacts } from "./ask-console.ts";
import type { Finding } from "./finding.ts";

/** The sources of the first of these directives that a policy has; undefined if it has none. */
function sourcesOf(policy: string, names: readonly string[]): readonly string[] | undefined {
  const directives = policy.split(";").map((directive) => directive.trim().split(/\s+/));
  for (const name of names) {
    const found = directives.find(([first = ""]) => first.toLowerCase() === name);
    if (found !== undefined) return found.slice(1);
  }
  return undefined;
}

/** Whether a source covers the scripts of the page's own origin. */
function coversOrigin(source: string, { protocol, host, hostname }: URL): boolean {
  const plain = source.toLowerCase();
  return (
    ["'self'", "*", protocol, host, hostname].includes(plain) ||
    plain.replace(/\/$/, "") === `${protocol}//${host}`
  );
}

/**
 * Judges whether the page's Content-Security-Policy lets browsers load scripts of the page's own origin.
 * Policies that list scripts one by one know Keycloak's at most.
 *
 * @see [script-src](https://www.w3.org/TR/CSP3/#directive-script-src)
 */
export function judgePolicy({ answer, address }: ConsoleFacts): readonly Finding[] {
  const sources = sourcesOf(answer.policy, ["script-src-elem", "script-src", "default-src"]);
  if (sources === undefined) return [];
  const isOpen =
    !sources.includes("'strict-dynamic'") &&
    sources.some((source) => coversOrigin(source, new URL(address)));
  if (isOpen) return [];
  return [
    {
      id: "policy",
      level: "problem",
      subject: "Content-Security-Policy",
      found: `Browsers load scripts from ${sources.join(" ")} only.`,
      advice:
        "Add 'self' to script-src where the policy is set: in the realm under Realm settings, Security defenses, or in a proxy.",
    },
  ];
}
