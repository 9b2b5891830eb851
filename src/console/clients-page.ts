import { clientsListTab } from "./selectors.ts";
import { itemOf, type TabBarFinding, unexpected } from "./tab-bar.ts";

/**
 * Finds the tab bar of the page that lists a realm's clients, and looks at everything that adding a
 * tab relies on before anything is touched.
 *
 * @see [ClientsSection.tsx](https://github.com/keycloak/keycloak/blob/main/js/apps/admin-ui/src/clients/ClientsSection.tsx)
 */
export function findClientsPage(root: ParentNode): TabBarFinding {
  const link = root.querySelector(clientsListTab);
  if (link === null) return { kind: "nothing" };
  const previous = itemOf(link);
  const list = previous?.parentElement;
  const bar = list?.closest("nav");
  const text = link.querySelector("span");
  if (!previous || !list || !bar || !text) {
    return unexpected("clients page");
  }
  return { kind: "page", page: { bar, list, previous, link, text } };
}
