import { useState } from "react";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { MeasuredReach } from "../../access/survey/reach-of-account.ts";
import { columns as allColumns, type Column } from "../account-cells/account-columns.ts";
import { useTranslate } from "../context/use-translate.ts";
import { EllipsisVIcon } from "../parts/patternfly/icons.ts";
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from "../parts/patternfly/menu.ts";
import { DropdownGroup } from "../parts/patternfly/menu-group.ts";
import type { Origins } from "../survey/use-origins.ts";
import { exportFormats, useFiles } from "./use-files.ts";

interface ListActionsProps {
  /** The rows that fit the query. */
  readonly rows: readonly AccountRow[];
  /** Whether all was read: a file of less would be taken for all. */
  readonly isComplete: boolean;
  /** Undefined where what was measured isn't loaded. */
  readonly measured: MeasuredReach | undefined;
  /** Who assigned the roles, where that was asked for. */
  readonly origins: Origins;
  readonly columns: readonly Column[];
  /** Shows other columns; undefined where there are none to choose. */
  readonly onColumns: ((columns: readonly Column[]) => void) | undefined;
  /** How many rows are chosen. */
  readonly chosen: number;
  readonly onBulk: (action: "add" | "fullScope") => void;
  /** Reads when each account wrote last. */
  readonly onCheckUse: () => void;
}

/** The menu stays open while it is read. */
const originsItem = "origins";

/** What is rarer than looking: changing the chosen clients, files of what is listed, and other columns. */
export function ListActions(props: ListActionsProps) {
  const { rows, isComplete, measured, origins, columns, onColumns, chosen, onBulk, onCheckUse } =
    props;
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const addresses = useFiles(rows, measured, origins.describe, isOpen);
  // The first column can't be taken away: it says which row is whose.
  const optional = allColumns.filter((column) => column !== "clientId");
  const toggleColumn = (column: Column) =>
    onColumns?.(
      columns.includes(column) ? columns.filter((it) => it !== column) : [...columns, column],
    );
  return (
    <Dropdown
      shouldFocusFirstItemOnOpen
      isScrollable
      maxMenuHeight="36rem"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      popperProps={{ position: "right" }}
      onSelect={(_, value) => {
        const column = optional.find((candidate) => candidate === value);
        if (column !== undefined) toggleColumn(column);
        else if (value !== originsItem) setIsOpen(false);
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plain"
          isExpanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          aria-label={t("accounts.actions")}
          data-testid="listActions"
        >
          <EllipsisVIcon aria-hidden="true" />
        </MenuToggle>
      )}
    >
      <DropdownList>
        <DropdownItem
          isDisabled={chosen === 0}
          onClick={() => onBulk("add")}
          data-testid="changeInMenu"
        >
          {chosen === 0 ? t("bulk.openNone") : t("bulk.open", { count: chosen })}
        </DropdownItem>
        <DropdownItem
          isDisabled={chosen === 0}
          onClick={() => onBulk("fullScope")}
          data-testid="fullScopeInMenu"
        >
          {t("fullScope.open")}
        </DropdownItem>
        <DropdownItem isDisabled={!isComplete} onClick={onCheckUse} data-testid="checkUse">
          {t("accounts.use.check")}
        </DropdownItem>
      </DropdownList>
      <DropdownGroup label={t("accounts.export")}>
        <DropdownList>
          {exportFormats.map(({ name }, place) => (
            <DropdownItem
              key={name}
              to={addresses[place] ?? ""}
              download={`service-accounts.${name}`}
              isDisabled={rows.length === 0 || !isComplete}
              data-testid={`export-${name}`}
            >
              {t(`accounts.export.${name}`, { count: rows.length })}
            </DropdownItem>
          ))}
          <DropdownItem
            value={originsItem}
            isDisabled={!isComplete || !["idle", "failed"].includes(origins.state)}
            onClick={origins.read}
            data-testid="readOrigins"
            data-state={origins.state}
          >
            {t(`accounts.origins.${origins.state}`)}
          </DropdownItem>
        </DropdownList>
      </DropdownGroup>
      {onColumns === undefined ? null : (
        <DropdownGroup label={t("accounts.columns")}>
          <DropdownList>
            {optional.map((column) => (
              <DropdownItem
                key={column}
                value={column}
                hasCheckbox
                isSelected={columns.includes(column)}
              >
                {t(`accounts.column.${column}`)}
              </DropdownItem>
            ))}
          </DropdownList>
        </DropdownGroup>
      )}
    </Dropdown>
  );
}
