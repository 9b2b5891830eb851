import { useEffect, useState } from "react";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { MeasuredReach } from "../../access/survey/reach-of-account.ts";
import { accountsAsCsv } from "../../formats/accounts-as-csv.ts";
import { accountsAsJson } from "../../formats/accounts-as-json.ts";
import type { DescribeOrigins } from "../../formats/describe-account.ts";

/** The formats that listed accounts are saved in. */
export const exportFormats = [
  { name: "csv", type: "text/csv", write: accountsAsCsv },
  { name: "json", type: "application/json", write: accountsAsJson },
] as const;

/** Addresses of the files in these formats, while they are wanted. */
export function useFiles(
  rows: readonly AccountRow[],
  measured: MeasuredReach | undefined,
  originsOf: DescribeOrigins | undefined,
  isWanted: boolean,
): readonly string[] {
  const [addresses, setAddresses] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!isWanted) return;
    const made = exportFormats.map(({ type, write }) =>
      URL.createObjectURL(new Blob([write(rows, measured, originsOf)], { type })),
    );
    setAddresses(made);
    // The browser begins to save at once; afterwards the file's address is of no use.
    return () => {
      setTimeout(() => made.map((address) => URL.revokeObjectURL(address)), 10_000);
    };
  }, [rows, measured, originsOf, isWanted]);
  return addresses;
}
