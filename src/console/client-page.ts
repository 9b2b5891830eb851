import { ownMark } from "./own-tab.ts";
import { itemOf, type TabBar, type TabBarFinding, unexpected } from "./tab-bar.ts";

/** The tab bar of a client's page. */
export interface ClientPage extends TabBar {
  /** Whether the console shows that the client has a service account. */
  readonly hasServiceAccount: boolean;
}

const selectors = {
  bar: '[data-testid="client-tabs"]',
  list: '[role="tablist"]',
  clientScopes: '[data-testid="clientScopesTab"]',
  serviceAccount: '[data-testid="serviceAccountTab"]',
  sessions: '[data-testid="sessionsTab"]',
  title: '[data-testid="view-header"]',
  label: '[class*="c-label__text"]',
};

/**
 * Finds the tab bar of a client page, and looks at everything that adding a tab relies on before
 * anything is touched.
 *
 * Clients that can't have a service account show it: bearer-only clients and those that stand for a
 * realm have no tab "Client scopes", and SAML clients say so beside their name, in all languages.
 *
 * @see [ClientDetails.tsx](https://github.com/keycloak/keycloak/blob/main/js/apps/admin-ui/src/clients/ClientDetails.tsx)
 */
export function findClientPage(root: ParentNode): TabBarFinding<ClientPage> {
  const bar = root.querySelector(selectors.bar);
  if (bar === null) return { kind: "nothing" };
  const list = bar.querySelector(selectors.list);
  const sessions = itemOf(bar.querySelector(selectors.sessions));
  if (list === null || sessions?.parentElement !== list) {
    return unexpected("the tabs of the client page are built in another way");
  }
  if (bar.querySelector(selectors.clientScopes) === null || isSaml(root)) {
    return { kind: "nothing" };
  }
  const before = itemOf(bar.querySelector(selectors.serviceAccount));
  const previous = before ?? stockItemBefore(sessions);
  const link = sessions.querySelector('a[role="tab"][href]');
  const text = link?.querySelector("span");
  if (previous === null || link === null || text === null || text === undefined) {
    return unexpected("the tabs of the client page are no links with a text");
  }
  return {
    kind: "page",
    page: { bar, list, previous, link, text, hasServiceAccount: before !== null },
  };
}

/** The stock tab before another one; our own is passed over. */
function stockItemBefore(item: Element): Element | null {
  let before = item.previousElementSibling;
  while (before?.hasAttribute(ownMark)) {
    before = before.previousElementSibling;
  }
  return before;
}

function isSaml(root: ParentNode): boolean {
  const header = root.querySelector(selectors.title)?.closest("section");
  const labels = [...(header?.querySelectorAll(selectors.label) ?? [])];
  return labels.some(({ textContent }) => textContent?.trim() === "SAML");
}
