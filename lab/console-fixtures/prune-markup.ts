import { type Element, type Node, Window } from "happy-dom";

/** What is kept of a page; what holds it is kept without its other content. */
export interface KeptMarkup {
  /** Selectors of what is kept with all that is in it. */
  readonly whole: readonly string[];
  /** Selectors of what is kept without its content. */
  readonly empty: readonly string[];
}

/** The attributes that tell an element from another. Others carry styles, counters and states of a moment. */
const attributes = ["id", "role", "type", "src", "href", "class", "data-testid", "aria-label"];

/** Ids that a component generates for each page. */
const madeUp = /pf-|^:r/;

/**
 * Cuts a page down to what matters of it, one element a line, so that two of them can be compared line by
 * line. It begins at the innermost element that holds everything that is kept.
 *
 * @param html of a whole page
 * @returns HTML; an empty text where the page has nothing of it
 */
export function pruneMarkup(html: string, { whole, empty }: KeptMarkup): string {
  const { document } = new Window();
  const page = document.implementation.createHTMLDocument();
  page.write(html);
  const root = page.documentElement;
  const find = (selectors: readonly string[]) =>
    new Set(selectors.flatMap((selector) => [...root.querySelectorAll(selector)]));
  const kept = { whole: find(whole), empty: find(empty) };
  const isNeeded = (element: Element): boolean =>
    kept.whole.has(element) || kept.empty.has(element) || [...element.children].some(isNeeded);

  function linesOf(element: Element, isWhole: boolean): readonly string[] {
    const name = element.localName;
    const begin = `<${[name, ...attributesOf(element)].join(" ")}>`;
    const isWholeNow = isWhole || kept.whole.has(element);
    const isEmpty = kept.empty.has(element) || name === "svg";
    const nodes: readonly Node[] = isEmpty ? [] : [...element.childNodes];
    const content = nodes.flatMap((node) => {
      const child = [...element.children].find((it) => it === node);
      if (child !== undefined) {
        return isWholeNow || isNeeded(child) ? linesOf(child, isWholeNow) : [];
      }
      if (!isWholeNow || node.nodeType !== node.TEXT_NODE) return [];
      const lines = node.textContent.split("\n").flatMap((line) => line.trim() || []);
      return name === "script" ? lines : lines.map(escaped);
    });
    const [only = "", ...more] = content;
    if (more.length === 0 && !only.startsWith("<")) return [`${begin}${only}</${name}>`];
    return [begin, ...content.map((line) => `  ${line}`), `</${name}>`];
  }

  let start: Element = root;
  for (;;) {
    const needed = [...start.children].filter(isNeeded);
    const [only] = needed;
    if (only === undefined || needed.length > 1 || kept.whole.has(only)) break;
    start = only;
  }
  return isNeeded(start) ? `${linesOf(start, false).join("\n")}\n` : "";
}

function attributesOf(element: Element): readonly string[] {
  return attributes.flatMap((name) => {
    const value = element.getAttribute(name);
    if (value === null || (name === "id" && madeUp.test(value))) return [];
    return [`${name}="${escaped(value)}"`];
  });
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
