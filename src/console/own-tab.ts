import { currentClass } from "./selectors.ts";
import type { TabBar } from "./tab-bar.ts";

/** Marks what this product adds to the console's page. */
export const ownMark = "data-service-account-presets";

const idsOf = (name: string) => ({ tab: `${name}-tab`, section: `${name}-section` });

/** What a tab shows. */
interface ShownTab {
  readonly title: string;
  /**
   * Where it leads, absolute: the console of Keycloak 26.0 sets another base address for relative
   * ones.
   */
  readonly address: string;
  readonly isOpen: boolean;
}

/** An own tab in one of the console's tab bars. */
export interface OwnTab {
  /** Puts the tab where it belongs and shows it so. Cheap when nothing changed. */
  readonly place: (bar: TabBar, shown: ShownTab) => void;
  readonly remove: () => void;
}

/**
 * Makes a tab: a list item, link and text with the classes of a stock tab, so that it looks and
 * behaves like one. Only own nodes are ever moved: the console's React relies on its own staying put.
 *
 * @param name the tab's own part of the address
 * @param onNear called when the pointer or the keyboard comes to the tab, before it is opened
 */
export function createOwnTab(name: string, onNear: () => void): OwnTab {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const text = document.createElement("span");
  link.append(text);
  item.append(link);
  item.setAttribute(ownMark, "tab");
  item.setAttribute("role", "presentation");
  link.setAttribute("role", "tab");
  link.id = idsOf(name).tab;
  link.dataset["testid"] = `${name}-tab`;
  link.addEventListener("pointerenter", onNear);
  link.addEventListener("focus", onNear);

  let shown = "";
  // The bar grows narrower when its scroll buttons come up. Only the bar is scrolled: scrollIntoView would
  // scroll the page too, from a row that it shows back to its tabs.
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
      // The bar shows its scroll buttons only after it has looked again at what fits.
      list.dispatchEvent(new Event("scroll"));
      observer.disconnect();
      // Observing begins with a call.
      if (isOpen) observer.observe(list);
    },
    remove: () => {
      observer.disconnect();
      item.remove();
    },
  };
}

/** Makes the place that a panel is shown in, behind the bar, where the console shows a tab's content. */
export function placeSection({ bar, link }: TabBar, name: string): HTMLElement {
  const ids = idsOf(name);
  const section = document.createElement("section");
  section.id = ids.section;
  section.setAttribute(ownMark, "section");
  section.className = link.className.replace(/c-tabs__link.*/, "c-tab-content");
  section.setAttribute("role", "tabpanel");
  section.setAttribute("aria-labelledby", ids.tab);
  section.tabIndex = 0;
  bar.parentElement?.append(section);
  return section;
}
