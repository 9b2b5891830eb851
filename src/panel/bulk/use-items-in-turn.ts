import pLimit from "p-limit";
import { useCallback, useRef, useState } from "react";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";

/** How many clients are read at once; each takes several requests. */
const atOnce = 2;

/** One of the clients that a dialog is about. */
interface ItemOfClient {
  readonly row: AccountRow;
  /** Why it could not be read. */
  readonly unread: unknown;
}

/** Changes an item, and returns what came of it. */
type Work<Item> = () => Promise<Partial<Item>>;

/** Several clients, and what changes them one after another. */
interface ItemsInTurn<Item> {
  readonly items: readonly Item[];
  readonly amend: (key: string, part: Partial<Item>) => void;
  /**
   * Changes items one after another. The promise is true if it was stopped while one of them was left.
   *
   * @param workOf what is to be done with an item, which must not fail; undefined if nothing
   */
  readonly changeInTurn: (workOf: (item: Item) => Work<Item> | undefined) => Promise<boolean>;
  /** Ends after the client that is being changed. */
  readonly stop: () => void;
}

/**
 * Reads clients, a few at once, and changes them one after another.
 *
 * @param create creates the items, once
 * @param readOne reads one; what it throws says why that client could not be read
 */
export function useItemsInTurn<Item extends ItemOfClient>(
  create: () => readonly Item[],
  readOne: (item: Item) => Promise<Partial<Item>>,
): ItemsInTurn<Item> {
  const { signal } = usePanelContext();
  const [created] = useState(create);
  const [items, setItems] = useState(created);
  const isStopping = useRef(false);
  const update = useCallback(
    (key: string, change: (item: Item) => Item) =>
      setItems((known) => known.map((item) => (item.row.key === key ? change(item) : item))),
    [],
  );
  const amend = (key: string, part: Partial<Item>) => update(key, (item) => ({ ...item, ...part }));
  const read = useCallback(
    async (ended: AbortSignal) => {
      const limit = pLimit(atOnce);
      const readInto = async (item: Item) => {
        if (ended.aborted || signal.aborted) return;
        const { key } = item.row;
        try {
          const found = await readOne(item);
          update(key, (known) => ({ ...known, ...found }));
        } catch (thrown) {
          update(key, (known) => ({ ...known, unread: thrown }));
        }
      };
      await Promise.all(created.map((item) => limit(readInto, item)));
    },
    [created, readOne, signal, update],
  );
  useAsync(read);
  return {
    items,
    amend,
    changeInTurn: async (workOf) => {
      isStopping.current = false;
      for (const item of items) {
        const work = workOf(item);
        if (work === undefined) continue;
        if (signal.aborted) return false;
        if (isStopping.current) return true;
        amend(item.row.key, await work());
      }
      return false;
    },
    stop: () => {
      isStopping.current = true;
    },
  };
}
