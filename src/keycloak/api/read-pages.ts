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
