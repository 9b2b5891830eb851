import { ownMark } from "./own-tab.ts";
import {
  clientHeading,
  clientScopesTab,
  clientTabBar,
  headingLabel,
  serviceAccountTab,
  sessionsTab,
  tabLink,
  tabList,
} from "./selectors.ts";
import { itemOf, type TabBar, type TabBarFinding, unexpected } from "./tab-bar.ts";

/** The tab bar of a client's page. */
export interface ClientPage extends TabBar {
  /**
   * The client ID in the page's heading: only a hint, because the page may show another client by
   * now.
   */
  readonly clientId: string | undefined;
}

/**
 * Finds the tab bar of a client page, and checks everything that adding a tab relies on before
 * anything is changed.
 *
 * Clients that can't have a service account are recognizable: bearer-only clients and those that
 * represent a realm have no tab "Client scopes", and SAML clients say so next to their name, in all
 * languages.
 *
 * @see [ClientDetails.tsx](https://github.com/keycloak/keycloak/blob/main/js/apps/admin-ui/src/clients/ClientDetails.tsx)
 */
export function findClientPage(root: ParentNode): TabBarFinding<ClientPage> {
  const bar = root.querySelector(clientTabBar);
  if (bar === null) return { kind: "nothing" };
  const list = bar.querySelector(tabList);
  if (list && (!bar.querySelector(clientScopesTab) || isSaml(root))) return { kind: "nothing" };
  const sessions = itemOf(bar.querySelector(sessionsTab));
  const previous =
    itemOf(bar.querySelector(serviceAccountTab)) ?? (sessions && stockItemBefore(sessions));
  const link = sessions?.querySelector(tabLink);
  const text = link?.querySelector("span");
  if (!list || sessions?.parentElement !== list || !previous || !link || !text) {
    return unexpected("client page");
  }
  return {
    kind: "page",
    page: {
      bar,
      list,
      previous,
      link,
      text,
      clientId: root.querySelector(clientHeading)?.textContent ?? undefined,
    },
  };
}

/** The stock tab before another one, skipping our own. */
function stockItemBefore(item: Element): Element | null {
  let before = item.previousElementSibling;
  while (before?.hasAttribute(ownMark)) {
    before = before.previousElementSibling;
  }
  return before;
}

function isSaml(root: ParentNode): boolean {
  const header = root.querySelector(clientHeading)?.closest("section");
  const labels = [...(header?.querySelectorAll(headingLabel) ?? [])];
  return labels.some(({ textContent }) => textContent?.trim() === "SAML");
}
