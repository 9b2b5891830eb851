import { useEffect, useState } from "react";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { Made } from "../new-client/making/use-new-client.ts";
import { type AccountQuery, initialQuery } from "./list-accounts.ts";
import type { Paging } from "./use-paging.ts";

interface Listing {
  /** All rows, and those that fit the query. */
  readonly rows: readonly AccountRow[];
  readonly listed: readonly AccountRow[];
  readonly query: AccountQuery;
  readonly onQuery: (query: AccountQuery) => void;
  readonly paging: Paging;
}

/** A client that was just made, and whether its row was brought into sight. */
export interface CreatedRow {
  /** The key of its row; undefined until that is listed. */
  readonly key: string | undefined;
  readonly tell: (made: Made) => void;
}

/**
 * Brings the row of a client that was just made into sight, once: a filter that it doesn't pass is cleared, and its page
 * is shown.
 */
export function useCreatedRow(listing: Listing): CreatedRow {
  const { rows, listed, query, onQuery, paging } = listing;
  const [made, setMade] = useState<Made>();
  const [key, setKey] = useState<string>();
  const row = made === undefined ? undefined : rowOf(made, rows);
  useEffect(() => {
    if (row === undefined) return;
    if (!listed.includes(row)) {
      const { sortBy, isDescending } = query;
      onQuery({ ...initialQuery, sortBy, isDescending });
      return;
    }
    paging.showRow(row);
    setKey(row.key);
    setMade(undefined);
  });
  return {
    key,
    tell: (next) => {
      setKey(undefined);
      setMade(next);
    },
  };
}

/** Clients of `master` have a row for each realm that they have power in, and one for themselves. */
function rowOf(
  { client, administeredRealm }: Made,
  rows: readonly AccountRow[],
): AccountRow | undefined {
  const own = rows.filter((row) => row.client?.clientUuid === client.clientUuid);
  return own.find(({ administers }) => administers === administeredRealm) ?? own[0];
}
