import { type AccountRow, accountRows } from "../../access/survey/account-rows.ts";
import type { Survey } from "../../access/survey/survey.ts";

/** Whether a row says that its account holds `admin` of `master`, and with it all that others could say. */
const saysEverything = ({ held }: AccountRow) =>
  held.some(({ container, name }) => container === "realm" && name === "admin");

/** An account, as all of its rows have it. */
const accountOf = ({ realm, username }: AccountRow) => JSON.stringify([realm, username]);

/**
 * The service accounts of surveys, the most dangerous first. An account has a row for its own realm,
 * and one more for each other realm that it has admin roles of, unless it holds `admin` of `master`.
 */
export function accountsByDanger(surveys: readonly Survey[]): readonly AccountRow[] {
  return rowsByDanger(surveys.flatMap((survey) => accountRows(survey, new Map())));
}

/** As {@link accountsByDanger}, of all rows of surveys. */
export function rowsByDanger(rows: readonly AccountRow[]): readonly AccountRow[] {
  const ofEverything = new Set(rows.filter(saysEverything).map(accountOf));
  return rows
    .filter(
      (row) =>
        row.administers === row.realm || (row.held.length > 0 && !ofEverything.has(accountOf(row))),
    )
    .sort((a, b) => b.danger - a.danger);
}
