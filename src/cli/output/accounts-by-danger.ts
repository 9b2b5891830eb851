import { type AccountRow, accountRows } from "../../access/survey/account-rows.ts";
import type { Survey } from "../../access/survey/survey.ts";

/**
 * The service accounts of surveys, the most dangerous first. An account is told once, and again for each
 * other realm that it has admin roles of.
 */
export function rowsOf(surveys: readonly Survey[]): readonly AccountRow[] {
  return surveys
    .flatMap((survey) => accountRows(survey, new Map()))
    .filter(({ held, realm, administers }) => held.length > 0 || administers === realm)
    .sort((a, b) => b.danger - a.danger);
}
