import { useMemo, useRef, useState } from "react";
import { typingPause } from "../../context/typing-pause.ts";
import { useAsync } from "../../context/use-async.ts";

/** How many items are shown before someone asks for more. */
const pageSize = 20;

/** Reads a part of a list; undefined where the administrator may not see it. */
export type ReadPart<Item> = (part: {
  readonly first: number;
  readonly max: number;
}) => Promise<readonly Item[] | undefined>;

/** A list that is read page by page, as someone asks for more. */
export interface Pages<Item> {
  /** What was read; undefined until the first page is. */
  readonly items: readonly Item[] | undefined;
  readonly isMore: boolean;
  readonly isReading: boolean;
  /** Whether the administrator may not see the list. */
  readonly isHidden: boolean;
  /** Why it could not be read; undefined otherwise. */
  readonly thrown: unknown;
  readonly more: () => void;
  readonly retry: () => void;
}

interface Read<Item> {
  readonly of: ReadPart<Item>;
  /** Undefined where the list is hidden. */
  readonly pages: readonly (readonly Item[])[] | undefined;
  readonly isMore: boolean;
}

/**
 * Reads a list page by page.
 *
 * @param read keep it with `useCallback`: another function is another list. Undefined for nothing
 * @param isTyped whether the list follows from what is being typed, so that it waits for a pause
 */
export function usePages<Item>(read: ReadPart<Item> | undefined, isTyped = false): Pages<Item> {
  const [asked, setAsked] = useState<{ of: ReadPart<Item>; count: number }>();
  const count = asked !== undefined && asked.of === read ? asked.count : 1;
  const known = useRef<Read<Item>>();
  const load = useMemo(
    () =>
      read &&
      (async (signal: AbortSignal): Promise<Read<Item>> => {
        if (isTyped && known.current?.of !== read) await typingPause(signal);
        const before = known.current?.of === read ? known.current.pages : undefined;
        const pages = [...(before ?? [])];
        let isMore = false;
        while (pages.length < count) {
          // One item more tells whether there are more.
          const part = await read({ first: pages.length * pageSize, max: pageSize + 1 });
          if (part === undefined) return { of: read, pages: undefined, isMore: false };
          isMore = part.length > pageSize;
          pages.push(part.slice(0, pageSize));
        }
        known.current = { of: read, pages, isMore };
        return known.current;
      }),
    [read, count, isTyped],
  );
  const { state, reload } = useAsync(load);
  const shown =
    state.kind === "done" ? state.value : state.kind === "loading" ? state.previous : undefined;
  return {
    items: shown?.pages?.flat(),
    isMore: shown?.isMore ?? false,
    isReading: state.kind === "loading",
    isHidden: shown !== undefined && shown.pages === undefined,
    thrown: state.kind === "failed" ? state.thrown : undefined,
    more: () => {
      if (read !== undefined) setAsked({ of: read, count: count + 1 });
    },
    retry: reload,
  };
}
