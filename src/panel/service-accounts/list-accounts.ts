import { filterWords, foldText } from "../../access/question/fold-text.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { canSignIn } from "../../access/survey/account-state.ts";
import type { AccountFinding, FindingId } from "../../access/survey/findings.ts";
import type { PresetId } from "../../catalog/presets/presets.ts";
import type { RiskLevel } from "../../catalog/roles/consequences.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import type { Translate } from "../../texts/translate.ts";
import {
  presetsOf,
  type Sortable,
  type SortableColumn,
  sortables,
} from "../account-cells/account-columns.ts";
import { compareNames } from "../context/use-translate.ts";

/** Which accounts are listed, and in which order. */
export interface AccountQuery {
  readonly text: string;
  readonly risk: readonly RiskLevel[];
  readonly presets: readonly PresetId[];
  readonly finding: FindingId | undefined;
  readonly sortBy: SortableColumn;
  readonly isDescending: boolean;
}

/** The most dangerous first. */
export const initialQuery: AccountQuery = {
  text: "",
  risk: [],
  presets: [],
  finding: undefined,
  sortBy: "risk",
  isDescending: true,
};

/** While the list is read: the order of names doesn't change as more is known. */
export const readingQuery: AccountQuery = {
  ...initialQuery,
  sortBy: "clientId",
  isDescending: false,
};

/** Whether a query is for some of the accounts, in whatever order. */
export function isSearching({ text, risk, presets, finding }: AccountQuery): boolean {
  return finding !== undefined || [text, risk, presets].some(({ length }) => length > 0);
}

function wordsOf(row: AccountRow, t: Translate): string {
  return foldText(
    [
      row.clientId,
      row.client?.name ?? "",
      row.client?.ownership?.owner ?? "",
      row.administers,
      ...row.held.map(({ name }) => name),
      ...presetsOf(row).map((preset) => nameOf(t, preset)),
    ].join(" "),
  );
}

function compare(a: Sortable, b: Sortable): number {
  return typeof a === "number" && typeof b === "number"
    ? a - b
    : compareNames(String(a), String(b));
}

/** Whether an account can't get a token now. */
const isOff = ({ state }: AccountRow) => canSignIn(state) === false;

/**
 * The rows that fit the query, in its order; where that leaves it open, by client ID. Of those with
 * equal power, what can act now comes first.
 *
 * @param holding the keys of the accounts that have roles for the calls that the text names; undefined where it
 *   names none
 */
export function listAccounts(
  rows: readonly AccountRow[],
  query: AccountQuery,
  findings: readonly AccountFinding[],
  t: Translate,
  holding?: ReadonlySet<string>,
): readonly AccountRow[] {
  const words = filterWords(query.text);
  const found = findings.find(({ id }) => id === query.finding);
  const fitting = rows.filter((row) => {
    // A finding that is no longer one holds nothing back.
    if (found !== undefined && !found.rows.has(row.key)) return false;
    if (query.risk.length > 0 && !query.risk.some((level) => row.risk?.level === level)) {
      return false;
    }
    if (query.presets.length > 0 && !presetsOf(row).some(({ id }) => query.presets.includes(id))) {
      return false;
    }
    if (holding !== undefined) return holding.has(row.key);
    if (words.length === 0) return true;
    const text = wordsOf(row, t);
    return words.every((word) => text.includes(word));
  });
  const sortable = sortables[query.sortBy];
  const keyed = fitting.map((row) => ({ row, key: sortable(row, t) }));
  const sign = query.isDescending ? -1 : 1;
  keyed.sort(
    (a, b) =>
      sign * compare(a.key, b.key) ||
      (query.sortBy === "risk" ? Number(isOff(a.row)) - Number(isOff(b.row)) : 0) ||
      compareNames(a.row.clientId, b.row.clientId),
  );
  return keyed.map(({ row }) => row);
}

/**
 * Whether an account can be changed from the list. Without its client it can't: that is not read yet, may
 * not be seen, or isn't known. What switching on a leftover one brings back is told on the client's own tab.
 */
export function isChoosable({ client, state }: Pick<AccountRow, "client" | "state">): boolean {
  return client !== undefined && state !== "leftover";
}
