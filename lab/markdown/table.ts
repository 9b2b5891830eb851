/** A cell of a Markdown table, in Markdown. */
type Cell = string | number;

const line = (cells: readonly Cell[]) => `| ${cells.join(" | ")} |`;

/**
 * A table in Markdown.
 *
 * @param head the heads of the columns
 * @param rows their cells, Markdown already
 * @param numbers how many columns at the end have numbers, which stand at the right
 */
export function markdownTable(
  head: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  numbers = 0,
): string {
  const rule = head.map((_, place) => (place < head.length - numbers ? "---|" : "--:|"));
  return [line(head), `|${rule.join("")}`, ...rows.map(line)].join("\n");
}

/** Text for a cell, shown as it is. */
export function escapeCell(text: string): string {
  return text.replace(/[\\`*_[\]<>|&~]/g, "\\$&").replace(/\s+/g, " ");
}

/** Code for a cell: even there a `|` would end the cell. */
export function codeCell(code: string): string {
  return `\`${code.replace(/\s+/g, " ").replaceAll("|", "\\|")}\``;
}
