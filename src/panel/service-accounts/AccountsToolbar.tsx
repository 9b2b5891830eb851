import type { AccountRow } from "../../access/survey/account-rows.ts";
import { presets } from "../../catalog/presets/presets.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CreateButton } from "../new-client/CreateButton.tsx";
import { ChoiceSelect } from "../parts/ChoiceSelect.tsx";
import { FilterSelect } from "../parts/FilterSelect.tsx";
import { PresetSelect } from "../parts/PresetSelect.tsx";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { SearchField } from "../parts/SearchField.tsx";
import { filterOptions } from "../question/search-presets.ts";
import { columns as allColumns, type Column } from "./account-columns.ts";
import { ExportMenu } from "./ExportMenu.tsx";
import type { AccountQuery } from "./list-accounts.ts";
import { Pages } from "./Pages.tsx";
import type { Paging } from "./use-paging.ts";

interface AccountsToolbarProps {
  /** The rows that fit the query. */
  readonly rows: readonly AccountRow[];
  /** Whether all accounts and all that they hold were read. */
  readonly isComplete: boolean;
  readonly query: AccountQuery;
  readonly onQuery: (query: AccountQuery) => void;
  readonly columns: readonly Column[];
  readonly onColumns: (columns: readonly Column[]) => void;
  readonly paging: Paging;
  readonly onNewClient: () => void;
  /** Why the administrator can't create a client; undefined where they can, or where that isn't known. */
  readonly whyNotCreate: string | undefined;
  /** Whether the list is read, so that searching and filtering would tell of a part. */
  readonly isReading: boolean;
  /** How many rows are chosen. */
  readonly chosen: number;
  readonly onBulk: () => void;
}

/** Search, filters, columns, export and pages of the list. */
export function AccountsToolbar(props: AccountsToolbarProps) {
  const {
    rows,
    isComplete,
    query,
    onQuery,
    columns,
    onColumns,
    paging,
    onNewClient,
    whyNotCreate,
    isReading,
    chosen,
    onBulk,
  } = props;
  const t = useTranslate();
  // The first column can't be taken away: it says which row is whose.
  const optional = allColumns.filter((column) => column !== "clientId");
  return (
    <div className={pf("c-toolbar pf-m-inset-none")}>
      <div className={pf("c-toolbar__content")}>
        <div className={pf("c-toolbar__content-section")}>
          <div className={pf("c-toolbar__item pf-m-search-filter")}>
            <SearchField
              label={t("accounts.search")}
              text={query.text}
              onText={(text) => onQuery({ ...query, text })}
              isDisabled={isReading}
              data-testid="accountsSearch"
            />
          </div>
          <div className={item}>
            <FilterSelect
              filter="risk"
              options={filterOptions.risk}
              chosen={query.risk}
              nameOf={(level) => t(`filter.risk.${level}`)}
              onChoose={(risk) => onQuery({ ...query, risk })}
              isDisabled={isReading}
            />
          </div>
          <div className={item}>
            <PresetSelect
              name={t("accounts.preset")}
              presets={presets}
              chosen={presets.filter(({ id }) => query.presets.includes(id))}
              onChoose={(chosen) => onQuery({ ...query, presets: chosen.map(({ id }) => id) })}
              testId="filter-preset"
              isDisabled={isReading}
            />
          </div>
          <div className={item}>
            <CreateButton onClick={onNewClient} why={whyNotCreate} testId="newClient" />
          </div>
          <div className={item}>
            <Button
              variant="secondary"
              isAriaDisabled={chosen === 0}
              onClick={onBulk}
              data-testid="changeChosen"
            >
              {chosen === 0 ? t("bulk.openNone") : t("bulk.open", { count: chosen })}
            </Button>
          </div>
          <div className={item}>
            <ChoiceSelect
              name={t("accounts.columns")}
              options={optional}
              chosen={columns}
              nameOf={(column) => t(`accounts.column.${column}`)}
              onChoose={onColumns}
              testId="columns"
            />
          </div>
          <div className={item}>
            <ExportMenu rows={rows} isComplete={isComplete} />
          </div>
          <Pages paging={paging} isComplete={isComplete} />
        </div>
      </div>
    </div>
  );
}

const item = pf("c-toolbar__item");
