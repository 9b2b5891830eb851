/** The parts of a console tab bar that gets our tab. */
export interface TabBar {
  /** The whole bar, scroll buttons included; tab contents follow it. */
  readonly bar: Element;
  readonly list: Element;
  /** The stock tab before ours. */
  readonly previous: Element;
  /** The stock link and text that ours imitates. */
  readonly link: Element;
  readonly text: Element;
}

/** The result of checking a page. */
export type TabBarFinding<Page extends TabBar = TabBar> =
  /** Not there yet, or a page without our tab. */
  | { readonly kind: "nothing" }
  | { readonly kind: "page"; readonly page: Page }
  | { readonly kind: "unexpected"; readonly reason: string };

/** Reports that the tabs of a page aren't as expected: `clients page` or `client page`. */
export const unexpected = (page: string): Extract<TabBarFinding, { kind: "unexpected" }> => ({
  kind: "unexpected",
  reason: `the tabs of the ${page} are unexpected`,
});

/** The item of a tab bar that contains a link. */
export const itemOf = (link: Element | null): Element | null => link?.closest("li") ?? null;
