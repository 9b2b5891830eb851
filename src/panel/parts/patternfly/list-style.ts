import type { CSSProperties } from "react";

const gap = "var(--pf-v5-global--spacer--sm)";

/**
 * Lists look like PatternFly's. Its own styles for them are used only where nothing but a client's page shows a list: on
 * Keycloak 26.0, the page with the clients has none until another page has loaded them.
 */
export const plainList: CSSProperties = { display: "grid", rowGap: gap };

/** A list with bullets. */
export const bulletList: CSSProperties = {
  ...plainList,
  listStyle: "disc",
  paddingInlineStart: "var(--pf-v5-global--spacer--lg)",
};

/** A list with numbers. */
export const numberedList: CSSProperties = { ...bulletList, listStyle: "decimal" };

/** An item of a plain list that a line parts from the others. */
export const borderedItem: CSSProperties = {
  borderBlockStart: "1px solid var(--pf-v5-global--BorderColor--100)",
  paddingBlock: gap,
};
