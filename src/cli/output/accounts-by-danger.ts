import { type AccountRow, accountRows } from "../../access/survey/account-rows.ts";
import type { Survey } from "../../access/survey/survey.ts";

/**
 * Whether the account of a row has `admin` of `master`, which includes everything that its other
 * rows could show.
 */
const saysEverything = ({ held }: AccountRow) =>
  held.some(({ container, name }) => container === "realm" && name === "admin");

/** Identifies the account of a row. */
const accountOf = ({ realm, username }: AccountRow) => JSON.stringify([realm, username]);

/**
 * The service accounts of surveys, highest risk first. An account has a row for its own realm, and
 * one for each other realm that it administers, unless it has `admin` of `master`.
 */
export function accountsByDanger(surveys: readonly Survey[]): readonly AccountRow[] {
  return rowsByDanger(surveys.flatMap((survey) => accountRows(survey, new Map())));
}

/** Like {@link accountsByDanger}, for all rows of surveys. */
export function rowsByDanger(rows: readonly AccountRow[]): readonly AccountRow[] {
  const ofEverything = new Set(rows.filter(saysEverything).map(accountOf));
  return rows
    .filter(
      (row) =>
        row.administers === row.realm || (row.held.length > 0 && !ofEverything.has(accountOf(row))),
    )
    .sort((a, b) => b.danger - a.danger);
}
