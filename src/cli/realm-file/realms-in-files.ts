import type { Survey } from "../../access/survey/survey.ts";
import { accountHolders } from "./account-holders.ts";
import { mergeRealmExports } from "./merge-realm-exports.ts";
import type { ParsedExport } from "./parse-realm-exports.ts";
import type { RealmExport } from "./realm-export.ts";
import { surveyRealmExport } from "./survey-realm-export.ts";

/** A realm of the files, and who holds what in it. */
export interface FoundRealm {
  readonly exported: RealmExport;
  readonly found: ReturnType<typeof accountHolders>;
}

/** The realms that files have parts of, merged as the server would. */
export function realmsInFiles(parts: readonly ParsedExport[]): readonly FoundRealm[] {
  return mergeRealmExports(parts.map(({ exported }) => exported)).map((exported) => ({
    exported,
    found: accountHolders(exported),
  }));
}

/** Who holds what in realms, as a survey of a server tells it. */
export function surveysOf(realms: readonly FoundRealm[]): readonly Survey[] {
  return realms.flatMap(({ exported, found }) => surveyRealmExport(exported, found));
}
