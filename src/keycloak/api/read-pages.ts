/** The page size. Larger pages take Keycloak longer than they save. */
export const pageSize = 100;

/**
 * The maximum number of pages, because reading from a server that ignores the page would never end.
 */
const mostPages = 1_000;

/**
 * Reads a list page by page and passes each page on, so that only one is in memory.
 *
 * @param most the maximum number of pages
 * @returns whether the list was read to its end
 * @throws what reading a page throws
 */
export async function readPages<Item>(
  read: (page: { readonly first: number; readonly max: number }) => Promise<readonly Item[]>,
  take: (items: readonly Item[]) => void,
  most = mostPages,
): Promise<boolean> {
  for (let page = 0; page < most; page += 1) {
    const items = await read({ first: page * pageSize, max: pageSize });
    take(items);
    // More than requested means the whole list, from a server that doesn't support pages.
    if (items.length !== pageSize) return true;
  }
  return false;
}

/** How many pages are read at once. */
const pagesAtOnce = 3;

/**
 * Reads a long list: pages behind the first several at once, and handed on as they come. A server spends its time on
 * the items of a page, one after another, and has more than one processor. Where it takes more than one page, up to two
 * are asked for behind its end.
 *
 * @throws what reading a page throws
 */
export async function readPagesAtOnce<Item>(
  read: (page: { readonly first: number; readonly max: number }) => Promise<readonly Item[]>,
  take: (items: readonly Item[]) => void,
): Promise<void> {
  let next = 0;
  let isEnd = false;
  const readPage = async () => {
    const first = next * pageSize;
    next += 1;
    try {
      const items = await read({ first, max: pageSize });
      take(items);
      // More than was asked for is the whole list, from a server that knows no pages of it.
      if (items.length !== pageSize) isEnd = true;
    } catch (thrown) {
      isEnd = true;
      throw thrown;
    }
  };
  const readOn = async () => {
    while (!isEnd && next < mostPages) await readPage();
  };
  await readPage();
  await Promise.all(Array.from({ length: pagesAtOnce }, readOn));
}
