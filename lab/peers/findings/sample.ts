import { parseKcwarden } from "./kcwarden-findings.ts";

/** The case that is shown in the words of the tools. */
export const sampleOf = { realm: "peers-access", clientId: "by-nested-composite" };

/** What tools print about it, a line each. */
export interface Sample {
  readonly kcwarden: readonly string[];
  readonly check: readonly string[];
}

/** What kcwarden's JSON says of the service account of a client, without what it says of every finding of the kind. */
export function kcwardenLines(text: string, clientId: string): readonly string[] {
  return parseKcwarden(text)
    .filter(({ entity }) => entity === `service-account-${clientId}`)
    .map(
      ({
        severity,
        entity,
        short_description: description,
        additional_details: { monitored_role, matched_role },
      }) =>
        [
          `${severity}: ${description}: ${entity}`,
          `  monitored_role: ${String(monitored_role)}`,
          `  matched_role: ${String(matched_role)}`,
        ].join("\n"),
    );
}

/** The lines of a text about a client. */
export const linesAbout = (text: string, clientId: string): readonly string[] =>
  text.split("\n").filter((line) => line.includes(clientId));
