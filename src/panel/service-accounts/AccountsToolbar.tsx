import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { MeasuredReach } from "../../access/survey/reach-of-account.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import type { Column } from "../account-cells/account-columns.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CreateButton } from "../new-client/CreateButton.tsx";
import { FilterSelect } from "../parts/FilterSelect.tsx";
import { PresetSelect } from "../parts/PresetSelect.tsx";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { SearchField } from "../parts/SearchField.tsx";
import { filterOptions } from "../question/search-presets.ts";
import type { Origins } from "../survey/use-origins.ts";
import { ListActions } from "./ListActions.tsx";
import type { AccountQuery } from "./list-accounts.ts";
import { Pages } from "./Pages.tsx";
import type { Paging } from "./use-paging.ts";
import { type AccountView, ViewSelect } from "./ViewSelect.tsx";

interface AccountsToolbarProps {
  /** The rows that fit the query. */
  readonly rows: readonly AccountRow[];
  /** Whether all accounts and all that they hold were read. */
  readonly isComplete: boolean;
  /** Undefined where what was measured isn't loaded. */
  readonly measured: MeasuredReach | undefined;
  /** Who assigned the roles, where that was asked for. */
  readonly origins: Origins;
  readonly view: AccountView;
  readonly onView: (view: AccountView) => void;
  readonly query: AccountQuery;
  readonly onQuery: (query: AccountQuery) => void;
  /** Those that can be filtered by. */
  readonly presets: readonly Preset[];
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
  readonly onBulk: (action: "add" | "fullScope") => void;
  readonly onCheckUse: () => void;
}

/**
 * Search, filters, the view and pages of the list, and what can be done: with what is chosen, as long as something is,
 * so that all of it stays on one line.
 */
export function AccountsToolbar(props: AccountsToolbarProps) {
  const {
    rows,
    isComplete,
    measured,
    origins,
    view,
    onView,
    query,
    onQuery,
    presets,
    columns,
    onColumns,
    paging,
    onNewClient,
    whyNotCreate,
    isReading,
    chosen,
    onBulk,
    onCheckUse,
  } = props;
  const t = useTranslate();
  return (
    <div className={pf("c-toolbar pf-m-inset-none")}>
      <div className={pf("c-toolbar__content")}>
        <div className={pf("c-toolbar__content-section")}>
          <div className={pf("c-toolbar__item pf-m-search-filter")} style={searchWidth}>
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
            <ViewSelect view={view} onView={onView} />
          </div>
          <div className={item}>
            {chosen === 0 ? (
              <CreateButton onClick={onNewClient} why={whyNotCreate} testId="newClient" />
            ) : (
              <Button onClick={() => onBulk("add")} data-testid="changeChosen">
                {t("bulk.open", { count: chosen })}
              </Button>
            )}
          </div>
          <div className={item}>
            <ListActions
              {...{ rows, isComplete, measured, origins, columns, chosen, onBulk, onCheckUse }}
              onColumns={view === "list" ? onColumns : undefined}
            />
          </div>
          <Pages paging={paging} isComplete={isComplete} />
        </div>
      </div>
    </div>
  );
}

const item = pf("c-toolbar__item");

/** Takes the room that is left, so that all stays on one line whatever button is shown. */
const searchWidth = { flex: "1 1 9rem", minWidth: "9rem", maxWidth: "16rem" };
