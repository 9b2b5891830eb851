import { useEffect } from "react";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Table, Tbody, Td, Th, Thead, Tr } from "../parts/patternfly/table.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { AccountCell } from "./AccountCell.tsx";
import { columns as allColumns, type Column } from "./account-columns.ts";
import { type AccountQuery, isChoosable } from "./list-accounts.ts";

interface AccountsTableProps {
  readonly rows: readonly AccountRow[];
  readonly query: AccountQuery;
  readonly onQuery: (query: AccountQuery) => void;
  readonly columns: readonly Column[];
  /** Whether there is no account at all, whatever is searched for. */
  readonly isEmpty: boolean;
  readonly onClearQuery: () => void;
  /** Whether accounts may still come. */
  readonly isReading: boolean;
  /** Realms that are known not to record when clients sign in. */
  readonly unrecorded: ReadonlySet<string>;
  readonly isOfAllRealms: boolean;
  /** Keys of the rows that are chosen. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  /** Is told which rows are shown. */
  readonly onLook: (rows: readonly AccountRow[]) => void;
}

/** The service accounts that are shown, one a row. */
export function AccountsTable(props: AccountsTableProps) {
  const { rows, query, onQuery, isReading, isOfAllRealms, chosen, onChoose, onLook } = props;
  const t = useTranslate();
  const shown = allColumns.filter(
    (column) => props.columns.includes(column) || (column === "administers" && isOfAllRealms),
  );
  // After every rendering: a survey that goes on tells more of rows that stay the same, and what was
  // asked already is not asked again.
  useEffect(() => onLook(rows));
  const choose = (keys: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const key of keys) isChosen ? next.add(key) : next.delete(key);
    onChoose(next);
  };
  const choosable = rows.filter(isChoosable);
  const keys = choosable.map(({ key }) => key);
  if (rows.length === 0) {
    if (props.isEmpty) return isReading ? null : <p>{t("accounts.empty")}</p>;
    return (
      <p data-testid="accountsNoMatch">
        {t(isReading ? "accounts.noneYet" : "accounts.none")}{" "}
        <Button variant="link" isInline onClick={props.onClearQuery}>
          {t("search.clearAll")}
        </Button>
      </p>
    );
  }
  return (
    <Table variant="compact" aria-label={t("page.serviceAccounts")} data-testid="accounts">
      <Thead>
        <Tr>
          <Th className={choiceCell} aria-label={t("accounts.chooseAll")}>
            <ChoiceBox
              name={t("accounts.chooseAll")}
              isChosen={keys.length > 0 && keys.every((key) => chosen.has(key))}
              onChoose={(isChosen) => choose(keys, isChosen)}
            />
          </Th>
          {shown.map((column, place) => (
            <Th
              key={column}
              modifier="nowrap"
              sort={{
                columnIndex: place,
                sortBy: {
                  index: shown.indexOf(query.sortBy),
                  direction: query.isDescending ? "desc" : "asc",
                  defaultDirection: column === "risk" ? "desc" : "asc",
                },
                onSort: (_event, _index, direction) =>
                  onQuery({ ...query, sortBy: column, isDescending: direction === "desc" }),
              }}
            >
              {t(`accounts.column.${column}`)}
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={row.key} data-testid={`account-${row.clientId}`}>
            <Td className={choiceCell}>
              <ChoiceBox
                name={t("accounts.choose", { clientId: row.clientId })}
                isChosen={chosen.has(row.key)}
                isDisabled={!isChoosable(row)}
                onChoose={(isChosen) => choose([row.key], isChosen)}
              />
            </Td>
            {shown.map((column) => (
              <Td key={column} dataLabel={t(`accounts.column.${column}`)}>
                <AccountCell
                  row={row}
                  column={column}
                  isUnrecorded={props.unrecorded.has(row.realm)}
                />
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

const choiceCell = pf("c-table__check");

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
