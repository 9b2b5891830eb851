import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { AccountState } from "../../access/survey/account-state.ts";
import { nextEndOf } from "../../access/survey/ends-of-row.ts";
import { secretAgeOf } from "../../access/survey/secret-age.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import type { Translate } from "../../texts/translate.ts";

/** The columns of the list, in their order. */
export const columns = [
  "clientId",
  "administers",
  "enabled",
  "risk",
  "presets",
  "reach",
  "otherRoles",
  "through",
  "lastSignIn",
  "lastWrite",
  "secretAge",
  "ends",
  "owner",
  "review",
] as const;

/** One of them. */
export type Column = (typeof columns)[number];

/** The columns that are shown at first. */
export const initialColumns: readonly Column[] = [
  ...(["clientId", "risk", "presets", "reach", "lastSignIn"] as const),
];

/** How much of the table's width each column takes, beside the others that are shown. */
export const columnWeights: Readonly<Record<Column, number>> = {
  clientId: 5,
  administers: 3,
  enabled: 3,
  risk: 7,
  presets: 5,
  reach: 7,
  otherRoles: 4,
  through: 4,
  lastSignIn: 4,
  lastWrite: 4,
  secretAge: 3,
  ends: 4,
  owner: 4,
  review: 3,
};

/** The presets that a row shows, the one that is not whole with them. */
export function presetsOf({ presets, begun }: AccountRow): readonly Preset[] {
  return [...presets, ...(begun === undefined ? [] : [begun.preset])];
}

/** What a column is sorted by. */
export type Sortable = string | number;

/** Those first that there is most to say of. */
const stateOrder: readonly AccountState[] = [
  ...(["unlinked", "leftover", "bothDisabled", "clientDisabled", "userDisabled"] as const),
  ...(["noUser", "active"] as const),
];

/** A column that the list can be sorted by. */
export type SortableColumn = Exclude<Column, "reach">;

/** What each column is sorted by; how far accounts reach is in the order of their risk. */
export const sortables: Record<SortableColumn, (row: AccountRow, t: Translate) => Sortable> = {
  clientId: ({ clientId }) => clientId,
  administers: ({ administers }) => administers,
  enabled: ({ state }) => (state === undefined ? -1 : stateOrder.indexOf(state)),
  presets: (row, t) =>
    presetsOf(row)
      .map((preset) => nameOf(t, preset))
      .join(),
  otherRoles: ({ looseRoles }) => looseRoles.length,
  risk: ({ danger }) => danger,
  through: ({ indirect }) => indirect.length,
  lastSignIn: ({ lastSignIn }) =>
    typeof lastSignIn === "number" ? lastSignIn : lastSignIn === undefined ? -1 : 0,
  lastWrite: ({ lastWrite }) =>
    typeof lastWrite === "number" ? lastWrite : lastWrite === undefined ? -1 : 0,
  secretAge: ({ client }) => {
    const age = secretAgeOf(client, Date.now());
    return typeof age === "number" ? age : age === undefined ? -2 : -1;
  },
  // What was missed comes first, and what isn't known last.
  ends: ({ ends }) => {
    const next = ends && nextEndOf(ends);
    if (next?.state === "stillAssigned") return 0;
    return next?.at ?? (ends === undefined ? Infinity : Number.MAX_VALUE);
  },
  owner: ({ client }) => client?.ownership?.owner ?? "",
  review: ({ client }) => client?.ownership?.reviewDate ?? "",
};
