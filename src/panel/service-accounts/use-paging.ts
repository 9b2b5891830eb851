import { useState } from "react";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { AccountQuery } from "./list-accounts.ts";

/** Which part of a list is shown. */
export interface Paging {
  readonly shown: readonly AccountRow[];
  readonly count: number;
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  readonly setPage: (page: number) => void;
  /** Goes to the page that a row is on. */
  readonly showRow: (row: AccountRow) => void;
  readonly setPerPage: (perPage: number) => void;
}

/** Shows a list page by page; another query begins with its first page. */
export function usePaging(listed: readonly AccountRow[], query: AccountQuery): Paging {
  const [state, setState] = useState({ page: 1, perPage: 20, query });
  const { perPage } = state;
  const wanted = state.query === query ? state.page : 1;
  const page = Math.max(1, Math.min(wanted, Math.ceil(listed.length / perPage)));
  return {
    shown: listed.slice((page - 1) * perPage, page * perPage),
    count: listed.length,
    page,
    perPage,
    setPage: (to) => setState({ page: to, perPage, query }),
    showRow: (row) =>
      setState({ page: Math.floor(listed.indexOf(row) / perPage) + 1, perPage, query }),
    setPerPage: (to) => setState({ page: 1, perPage: to, query }),
  };
}
