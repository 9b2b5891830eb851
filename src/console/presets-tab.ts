import type { ClientPage } from "./client-page.ts";
import { type ClientRoute, formatClientRoute, presetsTab } from "./client-route.ts";

/** Marks what this product adds to the console's page. */
export const ownMark = "data-service-account-presets";

const ids = { tab: "service-account-presets-tab", section: "service-account-presets-section" };
const current = "pf-m-current";

/** An own tab in the console's tab bar. */
export interface PresetsTab {
  /** Puts the tab where it belongs and shows whether it is the open one. Cheap when nothing changed. */
  readonly place: (page: ClientPage, route: ClientRoute) => void;
  readonly remove: () => void;
}

/**
 * Makes the tab: a list item, link and text with the classes of a stock tab, so that it looks and
 * behaves like one. Only own nodes are ever moved: the console's React relies on its own staying put.
 *
 * @param consoleUrl the console's own address, without fragment. The link is absolute, since the
 *   console of Keycloak 26.0 sets another base address for relative ones.
 */
export function createPresetsTab(title: string, consoleUrl: string): PresetsTab {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const text = document.createElement("span");
  text.textContent = title;
  link.append(text);
  item.append(link);
  item.setAttribute(ownMark, "tab");
  item.setAttribute("role", "presentation");
  link.setAttribute("role", "tab");
  link.id = ids.tab;
  link.dataset["testid"] = "serviceAccountPresetsTab";

  let shown = "";

  return {
    place: (page, route) => {
      const isOpen = route.tab === presetsTab;
      const { previous, list } = page;
      const isPlaced = previous.nextElementSibling === item;
      const toShow = [formatClientRoute(route), previous.className, page.link.className].join();
      if (isPlaced && toShow === shown) return;
      shown = toShow;
      item.className = withoutCurrent(previous.className);
      item.classList.toggle(current, isOpen);
      link.className = page.link.className;
      text.className = page.text.className;
      link.href = consoleUrl + formatClientRoute({ ...route, tab: presetsTab });
      link.setAttribute("aria-selected", String(isOpen));
      if (isOpen) link.setAttribute("aria-controls", ids.section);
      else link.removeAttribute("aria-controls");
      if (!isPlaced) previous.after(item);
      // The bar shows its scroll buttons only after it has looked again at what fits.
      list.dispatchEvent(new Event("scroll"));
      if (isOpen) link.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
    remove: () => item.remove(),
  };
}

const withoutCurrent = (className: string) =>
  className
    .split(" ")
    .filter((name) => name !== current)
    .join(" ");

/** Makes the place that the panel is shown in, behind the bar, where the console shows a tab's content. */
export function placeSection(page: ClientPage): HTMLElement {
  const section = document.createElement("section");
  section.id = ids.section;
  section.setAttribute(ownMark, "section");
  section.className = page.link.className.replace(/c-tabs__link.*/, "c-tab-content");
  section.setAttribute("role", "tabpanel");
  section.setAttribute("aria-labelledby", ids.tab);
  section.tabIndex = 0;
  page.bar.parentElement?.append(section);
  return section;
}
