import { type AccountRow, accountRows } from "../../access/survey/account-rows.ts";
import type { Survey } from "../../access/survey/survey.ts";

/**
 * The service accounts of surveys, the most dangerous first. An account has a row for its own realm,
 * and one more for each other realm that it has admin roles of.
 */
export function accountsByDanger(surveys: readonly Survey[]): readonly AccountRow[] {
  return surveys
    .flatMap((survey) => accountRows(survey, new Map()))
    .filter(({ held, realm, administers }) => held.length > 0 || administers === realm)
    .sort((a, b) => b.danger - a.danger);
}
