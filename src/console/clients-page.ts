import { itemOf, type TabBarFinding, unexpected } from "./tab-bar.ts";

/** The stock tab that lists the clients; the link of its address sets it apart from other lists. */
const clientsList = '[role="tablist"] a[role="tab"][data-testid="list"][href*="/clients/list"]';

/**
 * Finds the tab bar of the page that lists a realm's clients, and looks at everything that adding a
 * tab relies on before anything is touched.
 *
 * @see [ClientsSection.tsx](https://github.com/keycloak/keycloak/blob/main/js/apps/admin-ui/src/clients/ClientsSection.tsx)
 */
export function findClientsPage(root: ParentNode): TabBarFinding {
  const link = root.querySelector(clientsList);
  if (link === null) return { kind: "nothing" };
  const previous = itemOf(link);
  const list = previous?.parentElement ?? null;
  const bar = list?.closest("nav") ?? null;
  const text = link.querySelector("span");
  if (previous === null || list === null || bar === null || text === null) {
    return unexpected("the tabs of the page with the clients are built in another way");
  }
  return { kind: "page", page: { bar, list, previous, link, text } };
}
