import { filterWords, foldText } from "../../access/question/fold-text.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { AccountFinding, FindingId } from "../../access/survey/findings.ts";
import type { Preset, PresetId } from "../../catalog/presets/presets.ts";
import type { RiskLevel } from "../../catalog/roles/consequences.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import type { Translate } from "../../texts/translate.ts";

/** The columns of the list, in their order. */
export const columns = [
  "clientId",
  "administers",
  "enabled",
  "presets",
  "otherRoles",
  "risk",
  "through",
  "lastSignIn",
] as const;

/** One of them. */
export type Column = (typeof columns)[number];

/** Which accounts are listed, and in which order. */
export interface AccountQuery {
  readonly text: string;
  readonly risk: readonly RiskLevel[];
  readonly presets: readonly PresetId[];
  readonly finding: FindingId | undefined;
  readonly sortBy: Column;
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

/** Whether a query is for some of the accounts, in whatever order. */
export function isSearching({ text, risk, presets, finding }: AccountQuery): boolean {
  return finding !== undefined || [text, risk, presets].some(({ length }) => length > 0);
}

/** The presets that a row shows, the one that is not whole with them. */
export function presetsOf({ presets, begun }: AccountRow): readonly Preset[] {
  return [...presets, ...(begun === undefined ? [] : [begun.preset])];
}

function wordsOf(row: AccountRow, t: Translate): string {
  return foldText(
    [
      row.clientId,
      row.administers,
      ...row.held.map(({ name }) => name),
      ...presetsOf(row).map((preset) => nameOf(t, preset)),
    ].join(" "),
  );
}

const collator = new Intl.Collator(undefined, { numeric: true });

type Sortable = string | number;

const sortables: Record<Column, (row: AccountRow, t: Translate) => Sortable> = {
  clientId: ({ clientId }) => clientId,
  administers: ({ administers }) => administers,
  enabled: ({ enabled }) => (enabled === undefined ? 1 : enabled ? 2 : 0),
  presets: (row, t) =>
    presetsOf(row)
      .map((preset) => nameOf(t, preset))
      .join(),
  otherRoles: ({ looseRoles }) => looseRoles.length,
  risk: ({ danger }) => danger,
  through: ({ indirect }) => indirect.length,
  lastSignIn: ({ lastSignIn }) =>
    typeof lastSignIn === "number" ? lastSignIn : lastSignIn === "none" ? 0 : -1,
};

function compare(a: Sortable, b: Sortable): number {
  return typeof a === "number" && typeof b === "number"
    ? a - b
    : collator.compare(String(a), String(b));
}

/** The rows that fit the query, in its order; where that leaves it open, by client ID. */
export function listAccounts(
  rows: readonly AccountRow[],
  query: AccountQuery,
  findings: readonly AccountFinding[],
  t: Translate,
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
    if (words.length === 0) return true;
    const text = wordsOf(row, t);
    return words.every((word) => text.includes(word));
  });
  const sortable = sortables[query.sortBy];
  const keyed = fitting.map((row) => ({ row, key: sortable(row, t) }));
  const sign = query.isDescending ? -1 : 1;
  keyed.sort(
    (a, b) => sign * compare(a.key, b.key) || collator.compare(a.row.clientId, b.row.clientId),
  );
  return keyed.map(({ row }) => row);
}
