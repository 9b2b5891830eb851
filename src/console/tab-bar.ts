/** The parts of one of the console's tab bars that an own tab is added to. */
export interface TabBar {
  /** The whole bar, scroll buttons included; tab contents follow it. */
  readonly bar: Element;
  readonly list: Element;
  /** The stock tab that ours stands behind. */
  readonly previous: Element;
  /** The stock link and text that ours is made like. */
  readonly link: Element;
  readonly text: Element;
}

/** What a look at a page found. */
export type TabBarFinding<Page extends TabBar = TabBar> =
  /** Not there yet, or a page that gets no own tab. */
  | { readonly kind: "nothing" }
  | { readonly kind: "page"; readonly page: Page }
  | { readonly kind: "unexpected"; readonly reason: string };

/** Tells that a page is built in another way than an own tab relies on. */
export const unexpected = (reason: string): Extract<TabBarFinding, { kind: "unexpected" }> => ({
  kind: "unexpected",
  reason,
});

/** The item of a tab bar that a link stands in. */
export const itemOf = (link: Element | null): Element | null => link?.closest("li") ?? null;
