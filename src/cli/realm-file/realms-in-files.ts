import type { Survey } from "../../access/survey/survey.ts";
import { accountHolders } from "./account-holders.ts";
import { mergeRealmExports } from "./merge-realm-exports.ts";
import type { ParsedExport } from "./parse-realm-exports.ts";
import type { RealmExport } from "./realm-export.ts";
import { surveyRealmExport } from "./survey-realm-export.ts";

/** A realm of the files, with the access of its service accounts. */
export interface FoundRealm {
  readonly exported: RealmExport;
  readonly found: ReturnType<typeof accountHolders>;
}

/** The realms in files, merged as by the server. */
export function realmsInFiles(parts: readonly ParsedExport[]): readonly FoundRealm[] {
  return mergeRealmExports(parts.map(({ exported }) => exported)).map((exported) => ({
    exported,
    found: accountHolders(exported),
  }));
}

/** The access of service accounts in realms, in the form of a survey of a server. */
export function surveysOf(
  realms: readonly FoundRealm[],
  version?: string | undefined,
): readonly Survey[] {
  return realms
    .flatMap(({ exported, found }) => surveyRealmExport(exported, found))
    .map((survey) => ({ ...survey, version }));
}
