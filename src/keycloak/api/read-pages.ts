/** How many items are read at once: more take Keycloak longer than they save. */
export const pageSize = 100;

/** A list is never asked for more than this: a server that ignores the page would be asked for ever. */
const mostPages = 1_000;

/**
 * Reads a list page by page and hands each page on, so that no more than one is held here.
 *
 * @param most how many pages are read at most
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
    // More than was asked for is the whole list, from a server that knows no pages of it.
    if (items.length !== pageSize) return true;
  }
  return false;
}
