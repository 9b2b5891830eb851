import { currentClass } from "./selectors.ts";
import type { TabBar } from "./tab-bar.ts";

/** Marks what this product adds to the console's page. */
export const ownMark = "data-service-account-presets";

const idsOf = (name: string) => ({ tab: `${name}-tab`, section: `${name}-section` });

/** What a tab shows. */
interface ShownTab {
  readonly title: string;
  /**
   * Its absolute address, because the console of Keycloak 26.0 sets another base address.
   */
  readonly address: string;
  readonly isOpen: boolean;
}

/** An own tab in one of the console's tab bars. */
export interface OwnTab {
  /** Puts the tab in its place and updates its look. Cheap if nothing changed. */
  readonly place: (bar: TabBar, shown: ShownTab) => void;
  readonly remove: () => void;
}

/**
 * Creates a tab: a list item, link and text with the classes of a stock tab, so that it looks and
 * behaves like one. Only our own nodes are ever moved, because the console's React relies on its
 * nodes.
 *
 * @param name the tab's part of the address
 * @param onNear called when the pointer or the keyboard comes to the tab, before it is opened
 * @param onPress called when the mouse is pressed on the tab: the click comes about a tenth of a second later, or never
 */
export function createOwnTab(name: string, onNear: () => void, onPress: () => void): OwnTab {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const text = document.createElement("span");
  link.append(text);
  item.append(link);
  item.setAttribute(ownMark, "tab");
  item.setAttribute("role", "presentation");
  link.setAttribute("role", "tab");
  link.id = idsOf(name).tab;
  link.dataset["testid"] = link.id;
  link.onpointerenter = onNear;
  link.onfocus = onNear;
  link.onmousedown = ({ button }) => {
    if (button === 0) onPress();
  };

  let shown = "";
  // The bar gets narrower when its scroll buttons appear. Only the bar is scrolled: scrollIntoView
  // would also scroll the page, from a shown row back to the tabs.
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const visible = target.getBoundingClientRect();
      const { left, right } = item.getBoundingClientRect();
      target.scrollLeft += Math.max(right - visible.right, 0) || Math.min(left - visible.left, 0);
    }
  });

  return {
    place: (bar, { title, address, isOpen }) => {
      const { previous, list } = bar;
      const isPlaced = previous.nextElementSibling === item;
      const toShow = [title, address, isOpen, previous.className, bar.link.className].join();
      if (isPlaced && toShow === shown) return;
      shown = toShow;
      item.className = previous.className;
      item.classList.toggle(currentClass, isOpen);
      link.className = bar.link.className;
      text.className = bar.text.className;
      text.textContent = title;
      link.href = address;
      link.setAttribute("aria-selected", String(isOpen));
      if (isOpen) link.setAttribute("aria-controls", idsOf(name).section);
      else link.removeAttribute("aria-controls");
      if (!isPlaced) previous.after(item);
      // The bar shows its scroll buttons only after it measures again.
      list.dispatchEvent(new Event("scroll"));
      observer.disconnect();
      // Observing starts with one callback.
      if (isOpen) observer.observe(list);
    },
    remove: () => {
      observer.disconnect();
      item.remove();
    },
  };
}

/** Creates the container of a panel, which belongs after the bar, where the console shows a tab's content. */
export function createSection({ link }: TabBar, name: string): HTMLElement {
  const ids = idsOf(name);
  const section = document.createElement("section");
  section.id = ids.section;
  section.setAttribute(ownMark, "section");
  section.className = link.className.replace(/c-tabs__link.*/, "c-tab-content");
  section.setAttribute("role", "tabpanel");
  section.setAttribute("aria-labelledby", ids.tab);
  section.tabIndex = 0;
  return section;
}
