import { ownMark } from "./own-tab.ts";
import { tabList, tabPanel } from "./selectors.ts";

const mark = `${ownMark}-covers`;

/**
 * For an unknown address, the console shows its first tab. While our tab is open, that tab's
 * content is hidden and the tab looks closed; the console's nodes stay unchanged.
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

/** Hides or shows the content of the console's own tabs. Cheap if nothing changes. */
export function coverStockTab(isCovered: boolean): void {
  if (isCovered && !isReady) {
    // A constructed style sheet: it needs no element, and no policy for inline styles blocks it.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    isReady = true;
  }
  document.documentElement.toggleAttribute(mark, isCovered);
}
