import { type CodePart, endOfGroup, readLiteral } from "./read-literal.ts";
import { lastName, valueName } from "./value-name.ts";

/** The address that a variable holds; undefined where none is known. */
export type AddressOf = (name: string) => string | undefined;

/** One piece of an address: a text, or an expression whose value is not known. */
interface Piece extends CodePart {
  readonly isLiteral: boolean;
  /** Whether it was given as a part of a path on its own. */
  readonly isPart?: boolean | undefined;
}

const name = /[$@:\\]*[A-Za-z_][\w]*[!?]?/y;
const link = /\s*(?:->|\?\.|::|&\.|\.)\s*(?=[A-Za-z_$@])/y;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The end of the brackets behind a name: the arguments of a call, an index. */
function endOfSuffixes(text: string, start: number): number {
  let end = start;
  while (text[end] === "(" || text[end] === "[") {
    const next = endOfGroup(text, end);
    if (next === undefined) return end;
    end = next;
  }
  return end;
}

/** An expression such as `encode(user.id)`, `$this->realm`, `self.config["realm"]`. */
function readExpression(text: string, start: number): Piece | undefined {
  let end = start;
  let next: string | undefined = "";
  do {
    const part = matchAt(name, text, end + (next?.length ?? 0));
    if (part === undefined) break;
    end = endOfSuffixes(text, end + (next?.length ?? 0) + part.length);
    next = matchAt(link, text, end);
    // A dot with a space on both sides joins, as in PHP and Perl.
    if (next !== undefined && /\s\.\s/.test(next)) next = undefined;
  } while (next !== undefined);
  return end === start ? undefined : { value: text.slice(start, end), end, isLiteral: false };
}

function readPiece(text: string, start: number): Piece | undefined {
  const literal = readLiteral(text, start);
  return literal === undefined ? readExpression(text, start) : { ...literal, isLiteral: true };
}

/** What joins two texts in one language or another; a slash does with spaces around it. */
const operator = /\s*(?:\+\+?|\.\.|<>|~|\|\||&(?!&)|\^)\s*|\s+\/\s+/y;
/** PHP and Perl: beside a quotation mark, a variable, or with spaces around it. */
const dot = /\s+\.\s+|\s*\.\s*(?=["'$])/y;
/** Of the parts of a path, each given on its own. */
const comma = /\s*,\s*/y;
const nextPart = /\s*\)\s*\.\s*(?:path|pathSegments?|resolve|segments?|append\w*)\s*\(\s*/iy;
const joinsParts = /(?:join\w*|combine|\w*segments?|resolve|append\w*)\s*\(\s*\[?\s*$/i;
/** Functions that put texts together as they are. */
const joinsPlainly = /(?:paste0|concat\w*|str_c|strcat)\s*\(\s*$/i;
const beginsParts =
  /(?:path|target|resolve|fromUri|fromHttpUrl|fromUriString|segment|append\w*)\s*\(\s*$/i;

interface Joint {
  readonly end: number;
  /** What stands between the pieces. */
  readonly between: string;
  readonly isPart?: boolean;
}

/** What joins the piece that ends here with the next one. */
function jointAt(text: string, chain: readonly Piece[], start: number): Joint | undefined {
  const end = chain.at(-1)?.end ?? start;
  const before = text.slice(Math.max(0, start - 40), start);
  const plain = matchAt(operator, text, end) ?? matchAt(dot, text, end);
  if (plain !== undefined) {
    return { end: end + plain.length, between: plain.includes("/") ? "/" : "" };
  }
  const isPlainList = joinsPlainly.test(before);
  const isList = /\[\s*$/.test(before) && /^[^\]]{0,300}\]\s*\.\s*join/.test(text.slice(end));
  const isParts = joinsParts.test(before) || isList || chain.some(({ isPart }) => isPart);
  const listed = isParts || isPlainList ? matchAt(comma, text, end) : undefined;
  if (listed !== undefined) return { end: end + listed.length, between: isPlainList ? "" : "/" };
  const part = beginsParts.test(before) ? matchAt(nextPart, text, end) : undefined;
  if (part !== undefined) return { end: end + part.length, between: "/", isPart: true };
  // Texts behind each other are one in Python and C, where lines are broken so.
  const gap = matchAt(/\s*\n\s*/y, text, end);
  const isBroken = chain.at(-1)?.isLiteral === true && gap !== undefined;
  return isBroken && readLiteral(text, end + gap.length) !== undefined
    ? { end: end + gap.length, between: "" }
    : undefined;
}

const mostPieces = 24;

/** An address begins with few expressions before its first text. */
const farthestQuotation = 300;

/** The parts of a path may have no slash in them. */
const mayListParts = /["']admin["']|["']users["']/;

/** Where the next quotation mark stands; infinitely far where none does. */
function nextQuotation(text: string, start: number): number {
  const found = matchAt(/[^"'`]*/y, text, start)?.length ?? 0;
  return start + found < text.length ? start + found : Number.POSITIVE_INFINITY;
}

/** The pieces that are joined from here on, and what they make together. */
function chainAt(text: string, start: number, addressOf: AddressOf): CodePart | undefined {
  // Not in the middle of an expression.
  if (/[\w$@.]/.test(text[start - 1] ?? "")) return undefined;
  const first = readPiece(text, start);
  if (first === undefined) return undefined;
  const chain = [first];
  let value = first.isLiteral
    ? first.value
    : (addressOf(lastName(first.value)) ?? `{${valueName(first.value)}}`);
  while (chain.length < mostPieces) {
    const joint = jointAt(text, chain, start);
    const piece = joint && readPiece(text, joint.end);
    if (joint === undefined || piece === undefined) break;
    value += joint.between + (piece.isLiteral ? piece.value : `{${valueName(piece.value)}}`);
    chain.push({ ...piece, isPart: joint.isPart });
  }
  const isText = chain.some(({ isLiteral }) => isLiteral);
  return isText ? { value, end: chain.at(-1)?.end ?? start } : undefined;
}

/** A text whose first value is known to be an address begins with that address. */
export function withKnownStart(address: string, addressOf: AddressOf): string {
  const [, opening = "", called = ""] = /^(\$?\{([^{}]*)\}|\$(\w+))(?=\/|$)/.exec(address) ?? [];
  const known = addressOf(lastName(called || opening));
  return opening === "" || known === undefined ? address : known + address.slice(opening.length);
}

/**
 * Puts each address that a statement joins from pieces into quotation marks, with `{name}` for the values
 * in it: `base + "/users/" + id` becomes `"{base}/users/{id}"`. What else stands there stays.
 */
export function joinPieces(statement: string, addressOf: AddressOf): string {
  if (!/[/"'`]/.test(statement) || (!statement.includes("/") && !mayListParts.test(statement)))
    return statement;
  let joined = "";
  let index = 0;
  let quotation = -1;
  while (index < statement.length) {
    if (quotation < index) quotation = nextQuotation(statement, index);
    const isNear = quotation - index <= farthestQuotation;
    const chain = isNear ? chainAt(statement, index, addressOf) : undefined;
    if (chain !== undefined) {
      const value = withKnownStart(chain.value, addressOf);
      joined += `"${value.replace(/"/g, "")}"`;
      index = chain.end;
      continue;
    }
    const word = matchAt(/[\w$@]+|\s+|[^\w\s]/y, statement, index) ?? statement[index] ?? "";
    joined += word;
    index += word.length;
  }
  return joined;
}
