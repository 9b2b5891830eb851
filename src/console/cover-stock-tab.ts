import { ownMark } from "./own-tab.ts";
import { tabList, tabPanel } from "./selectors.ts";

const mark = `${ownMark}-covers`;

/**
 * The console shows its first tab for an address that it doesn't know. While an own tab is open, that
 * tab's content is not shown and the tab itself looks like one that isn't open; the console's nodes
 * stay as they are.
 */
const rules = `
html[${mark}] nav:has(> ${tabList} > [${ownMark}=tab]) ~ ${tabPanel}:not([${ownMark}]) {
  display: none;
}
html[${mark}] ${tabList}:has(> [${ownMark}=tab]) > li:not([${ownMark}]) {
  --pf-v5-c-tabs__link--Color: inherit;
  --pf-v5-c-tabs__link--BackgroundColor: inherit;
  --pf-v5-c-tabs__link--before--BorderBottomColor: inherit;
  --pf-v5-c-tabs__link--after--BorderColor: inherit;
  --pf-v5-c-tabs__link--after--BorderWidth: inherit;
}
`;

let isReady = false;

/** Hides what the console shows below its own tabs, or shows it again. Cheap when nothing changes. */
export function coverStockTab(isCovered: boolean): void {
  if (isCovered && !isReady) {
    // A sheet of the script's own: no element, and no policy for inline styles stands against it.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    isReady = true;
  }
  document.documentElement.toggleAttribute(mark, isCovered);
}
