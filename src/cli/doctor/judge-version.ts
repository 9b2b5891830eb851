import { measuredMinors } from "../../catalog/measured/load-measurement.ts";
import { minorOf } from "../../catalog/server/minor-of.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import type { ConsoleFacts } from "./ask-console.ts";
import type { Finding } from "./finding.ts";

const fallback = "the newest measurement whose roles all exist on the server";

/** Judges whether the version of the console is known, and which measurement the tab uses. */
export function judgeVersion({ page: { entryScript } }: ConsoleFacts): Finding {
  const base = { id: "version", subject: "Version of the console" };
  const version = versionOfConsole(entryScript);
  if (version === undefined) {
    return {
      ...base,
      level: "problem",
      found: `${entryScript ?? "The page without an entry script"} belongs to no Keycloak that this command knows. The tab uses ${fallback}, and says so.`,
      advice:
        "Upgrade the extension and this command. If they are the newest, report the version of Keycloak.",
    };
  }
  const minor = minorOf(version);
  return measuredMinors.includes(minor)
    ? {
        ...base,
        level: "ok",
        found: `Keycloak ${version}. What its roles allow was measured on ${minor}.`,
      }
    : {
        ...base,
        level: "note",
        found: `Keycloak ${version}. ${minor} wasn't measured. The tab uses ${fallback}, and says so.`,
      };
}
