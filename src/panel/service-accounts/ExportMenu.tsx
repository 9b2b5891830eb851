import { useEffect, useState } from "react";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { accountsAsCsv } from "../../formats/accounts-as-csv.ts";
import { accountsAsJson } from "../../formats/accounts-as-json.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from "../parts/patternfly/menu.ts";

const formats = [
  { name: "csv", type: "text/csv", write: accountsAsCsv },
  { name: "json", type: "application/json", write: accountsAsJson },
] as const;

interface ExportMenuProps {
  readonly rows: readonly AccountRow[];
  /** Whether all was read: a file of less would be taken for all. */
  readonly isComplete: boolean;
}

/** Saves the listed accounts as a file. */
export function ExportMenu({ rows, isComplete }: ExportMenuProps) {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const addresses = useFiles(rows, isOpen);
  return (
    <Dropdown
      shouldFocusFirstItemOnOpen
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      onSelect={() => setIsOpen(false)}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          isDisabled={rows.length === 0 || !isComplete}
          data-testid="exportAccounts"
        >
          {t("accounts.export")}
        </MenuToggle>
      )}
    >
      <DropdownList>
        {formats.map(({ name }, place) => (
          <DropdownItem
            key={name}
            to={addresses[place] ?? ""}
            download={`service-accounts.${name}`}
            data-testid={`export-${name}`}
          >
            {t(`accounts.export.${name}`, { count: rows.length })}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
}

/** Addresses of the files, while the menu is open. */
function useFiles(rows: readonly AccountRow[], isWanted: boolean): readonly string[] {
  const [addresses, setAddresses] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!isWanted) return;
    const made = formats.map(({ type, write }) =>
      URL.createObjectURL(new Blob([write(rows)], { type })),
    );
    setAddresses(made);
    // The browser begins to save at once; afterwards the file's address is of no use.
    return () => {
      setTimeout(() => made.map((address) => URL.revokeObjectURL(address)), 10_000);
    };
  }, [rows, isWanted]);
  return addresses;
}
