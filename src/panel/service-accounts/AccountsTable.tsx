import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { ReachOf } from "../../access/survey/reach-of-account.ts";
import { AccountCell, skeletonWidths } from "../account-cells/AccountCell.tsx";
import {
  columns as allColumns,
  type Column,
  columnWeights,
  type SortableColumn,
} from "../account-cells/account-columns.ts";
import { Skeleton } from "../account-cells/Skeleton.tsx";
import { useTranslate } from "../context/use-translate.ts";
import { pf, pfToken } from "../parts/patternfly-classes.ts";
import { type AccountQuery, isChoosable } from "./list-accounts.ts";
import { SortableHead, type SortDirection } from "./SortableHead.tsx";

interface AccountsTableProps {
  readonly rows: readonly AccountRow[];
  readonly query: AccountQuery;
  readonly onQuery: (query: AccountQuery) => void;
  readonly columns: readonly Column[];
  /** Key of the row of a client that was just made. */
  readonly created: string | undefined;
  /** Whether it is read, so that nothing can be chosen or sorted. */
  readonly isReading: boolean;
  /** How far accounts reach; undefined until what was measured is loaded. */
  readonly reachOf: ReachOf | undefined;
  /** Realms that are known not to record when clients sign in. */
  readonly unrecorded: ReadonlySet<string>;
  readonly isOfAllRealms: boolean;
  /** Keys of the rows that are chosen. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** The service accounts that are shown, one a row. */
export function AccountsTable(props: AccountsTableProps) {
  const { rows, query, onQuery, isReading, isOfAllRealms, chosen, onChoose } = props;
  const t = useTranslate();
  const shown = allColumns.filter(
    (column) => props.columns.includes(column) || (column === "administers" && isOfAllRealms),
  );
  const choose = (keys: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const key of keys) isChosen ? next.add(key) : next.delete(key);
    onChoose(next);
  };
  const choosable = rows.filter(isChoosable);
  const keys = choosable.map(({ key }) => key);
  const weight = shown.reduce((sum, column) => sum + columnWeights[column], 0);
  return (
    <table
      style={{ tableLayout: "fixed" }}
      className={pf("c-table pf-m-grid-md pf-m-compact")}
      aria-label={t("page.serviceAccounts")}
      data-testid="accounts"
    >
      <thead className={pf("c-table__thead")}>
        <tr className={pf("c-table__tr")}>
          <th
            className={pf("c-table__th c-table__check")}
            style={{ width: "4.25rem" }}
            aria-label={t("accounts.chooseAll")}
          >
            <ChoiceBox
              name={t("accounts.chooseAll")}
              isDisabled={isReading}
              isChosen={keys.length > 0 && keys.every((key) => chosen.has(key))}
              onChoose={(isChosen) => choose(keys, isChosen)}
            />
          </th>
          {shown.map((column) => {
            const name = t(`accounts.column.${column}`);
            const width = `${(shareOfColumns * columnWeights[column]) / weight}%`;
            if (column === "reach") {
              return (
                <th key={column} className={pf("c-table__th")} style={{ width }} scope="col">
                  {name}
                </th>
              );
            }
            return (
              <SortableHead
                key={column}
                name={name}
                width={width}
                sorted={sortedBy(query, column)}
                isDisabled={isReading}
                onSort={() => onQuery({ ...query, ...nextSorting(query, column) })}
              />
            );
          })}
        </tr>
      </thead>
      <tbody className={pf("c-table__tbody")}>
        {rows.length === 0 ? <SkeletonRows columns={shown} /> : null}
        {rows.map((row) => (
          <tr
            key={row.key}
            ref={row.key === props.created ? showRow : undefined}
            className={pf("c-table__tr")}
            style={row.key === props.created ? createdRow : inMiddle}
            data-testid={`account-${row.clientId}`}
            data-created={row.key === props.created}
          >
            <td className={pf("c-table__td c-table__check")} style={rowHeight}>
              <ChoiceBox
                name={t("accounts.choose", { clientId: row.clientId })}
                isChosen={chosen.has(row.key)}
                isDisabled={isReading || !isChoosable(row)}
                onChoose={(isChosen) => choose([row.key], isChosen)}
              />
            </td>
            {shown.map((column) => (
              <td
                key={column}
                className={pf("c-table__td")}
                data-label={t(`accounts.column.${column}`)}
              >
                <AccountCell
                  row={row}
                  column={column}
                  isStateShown={!shown.includes("enabled")}
                  isCreated={row.key === props.created}
                  isReading={isReading}
                  reachOf={props.reachOf}
                  isUnrecorded={props.unrecorded.has(row.realm)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Before the first rows are there. */
function SkeletonRows({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <>
      {[1, 2, 3, 4, 5].map((place) => (
        <tr key={place} className={pf("c-table__tr")} style={inMiddle}>
          <td className={pf("c-table__td c-table__check")} style={rowHeight} />
          {columns.map((column) => (
            <td key={column} className={pf("c-table__td")}>
              <Skeleton width={skeletonWidths[column]} />
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}

function sortedBy({ sortBy, isDescending }: AccountQuery, column: SortableColumn): SortDirection {
  if (sortBy !== column) return "none";
  return isDescending ? "descending" : "ascending";
}

/** A second click on a column turns its order round; the most dangerous come first. */
function nextSorting({ sortBy, isDescending }: AccountQuery, column: SortableColumn) {
  return { sortBy: column, isDescending: sortBy === column ? !isDescending : column === "risk" };
}

/** In percent of the table: the rest is for the checkbox, which browsers would squeeze. */
const shareOfColumns = 90;

/**
 * Two lines, whatever is read of a row: nothing moves when more is known. It is the height of a cell, since in a narrow
 * window a row has its cells below each other, and grows.
 */
const rowHeight = { height: "3.75rem" };

const inMiddle = { verticalAlign: "middle" };

/** Where one looks first. */
const createdRow = {
  ...inMiddle,
  backgroundColor: pfToken("BackgroundColor--200"),
  boxShadow: `inset 3px 0 0 ${pfToken("primary-color--100")}`,
};

/** Brings a row into sight, and the keyboard to its client. */
function showRow(row: HTMLTableRowElement | null): void {
  row?.scrollIntoView?.({ block: "center" });
  row?.querySelector("a")?.focus({ preventScroll: true });
}

interface ChoiceBoxProps {
  readonly name: string;
  readonly isChosen: boolean;
  readonly isDisabled?: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

/**
 * As PatternFly's own in a table, which is called "Select row 3" in every language; and on the line of
 * the row's text, which PatternFly's stands above.
 */
function ChoiceBox({ name, isChosen, isDisabled = false, onChoose }: ChoiceBoxProps) {
  return (
    <label style={{ verticalAlign: "middle" }}>
      <input
        type="checkbox"
        aria-label={name}
        checked={isChosen}
        disabled={isDisabled}
        onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
      />
    </label>
  );
}
