/** A statement that is longer ends all the same: its brackets are not those of one call. */
const longestStatement = 6000;

const closes = new Map([
  [")", "("],
  ["]", "["],
  ["}", "{"],
]);

/** Line ends of a statement that goes on, and line beginnings that go on with one. */
const goesOn = /(?:[=,+&|.(~<>]|<>|->|\\|\bdo(?:\s*\|[^|]*\|)?)\s*$/;
const isGoneOnWith = /^\s*(?:\.\s*\w|->|\?\.|&\.|::|\+|&\s|\|\||<>|\.\.|~|\?\s|:\s|\|>|\)\s*\.)/;
const isAnnotation = /^\s*@\w+(?:\([^()]*\))?\s*$/;
/** A key of YAML or of a list of settings. */
const setting = /^(\s*)(-\s+)?["']?[\w.-]+["']?:(?:\s|$)/;

/** What looks like one in Python and in switches. */
const isBlock = /^\s*(?:try|else|finally|except|default|case|do|public|private)\s*:/;

/** A brace opens a value behind these; elsewhere it opens a block, whose lines are statements. */
const opensValue = /(?:[=:,([@]|\breturn|\bnew)\s*$/;

/** Brackets that are open; those of blocks are "block". */
type Open = "(" | "[" | "{" | "block";

function readBrackets(line: string, open: Open[]): void {
  let quote = "";
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index] ?? "";
    if (quote !== "") {
      if (character === "\\") index += 1;
      else if (character === quote) quote = "";
      continue;
    }
    const isApostrophe = character === "'" && /\w/.test(line[index - 1] ?? "");
    if (/["'`]/.test(character) && !isApostrophe && line.includes(character, index + 1)) {
      quote = character;
    } else if (character === "(" || character === "[") {
      open.push(character);
    } else if (character === "{") {
      open.push(opensValue.test(line.slice(Math.max(0, index - 12), index)) ? "{" : "block");
    } else if (closes.has(character)) {
      const last = open.at(-1);
      if (last === closes.get(character) || (character === "}" && last === "block")) open.pop();
    }
  }
}

/** Whether a line goes on with an entry of YAML, whose first line is given. */
function isOfEntry(first: string, line: string): boolean {
  const [, indent, dash] = setting.exec(first) ?? [];
  if (indent === undefined || isBlock.test(first) || line.trim() === "") return false;
  const indentOfLine = /^\s*/.exec(line)?.[0].length ?? 0;
  if (indentOfLine > indent.length) return true;
  const isSibling = setting.test(line) && setting.exec(line)?.[2] === undefined;
  return dash === undefined && isSibling && indentOfLine === indent.length;
}

/** A line's statements: each `;` outside quotation marks ends one. */
const partsOf = (line: string) =>
  line.match(/(?:"[^"\n]*"|'[^'\n]*'|`[^`\n]*`|[^;])+;?|;/g) ?? [line];

/**
 * Splits code, notes or settings into statements: lines, but for what goes on behind a line's end. Made for
 * all languages at once, so it is right for none entirely.
 */
export function splitStatements(text: string): readonly string[] {
  const statements: string[] = [];
  const open: Open[] = [];
  let current = "";
  const lines = text.split("\n");
  const end = () => {
    if (current.trim() !== "") statements.push(current);
    current = "";
  };
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1] ?? "";
    for (const part of partsOf(line)) {
      current += part;
      readBrackets(part, open);
      if (!part.endsWith(";")) continue;
      end();
      while (open.length > 0 && open.at(-1) !== "block") open.pop();
    }
    current += "\n";
    const isOpen = open.length > 0 && open.at(-1) !== "block";
    const isUnfinished =
      isOpen || goesOn.test(line) || isGoneOnWith.test(next) || isAnnotation.test(line);
    const isEntry = isOfEntry(current.split("\n", 1)[0] ?? "", next);
    if (!(isUnfinished || isEntry) || current.length > longestStatement) {
      end();
      if (current.length > longestStatement) open.length = 0;
    }
  }
  end();
  return statements;
}
