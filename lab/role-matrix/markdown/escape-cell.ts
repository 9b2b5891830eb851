/** Text for a cell of a Markdown table, shown as it is. */
export function escapeCell(text: string): string {
  return text.replace(/[\\`*_[\]<>|&~]/g, "\\$&").replace(/\s+/g, " ");
}

/** Code for a cell of a Markdown table: even there a `|` would end the cell. */
export function codeCell(code: string): string {
  return `\`${code.replace(/\s+/g, " ").replaceAll("|", "\\|")}\``;
}
