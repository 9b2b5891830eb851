import { type AddressOf, joinPieces, withKnownStart } from "./join-pieces.ts";
import type { Mention } from "./mention.ts";
import { readMethodWord } from "./method-words.ts";
import { readAddress } from "./read-address.ts";
import { splitStatements } from "./split-statements.ts";
import { lastName } from "./value-name.ts";
import { type Word, wordsOf } from "./words-of-statement.ts";

/** Requests as web servers log them. Other addresses on such a line, such as a referrer, are not calls. */
const loggedRequest = /\b([A-Z]{3,7})\s+(\S+)\s+HTTP\/\d/g;

/** Whether a word is an address even where nothing else says so. */
const isAddress = (word: string) =>
  /^(https?:\/\/[^/]|\/[^/])/i.test(word) ||
  /^(\$\{?\w[^/]*|\{.*\}|<[^/]*>|:[a-z]\w*|%[sdv])\/./i.test(word) ||
  /(^|\/)(admin|realms)\/[^/]/.test(word);

/**
 * An address that other paths are put behind, such as `/admin/realms/{realm}{path}`, or `"/admin/realms/"` in
 * quotation marks: what a program asks for is those paths.
 */
const isBase = (address: string, isQuoted: boolean) =>
  /\/realms\/(?:\$?\{[^{}/]*\}|\$\w+)(?:\$?\{[^{}/]*\}|\$\w+)+$/.test(address) ||
  (isQuoted && address.endsWith("/realms/"));

/** What paths within a realm begin with most, for those that code writes without a slash in front. */
const isPathInQuotes =
  /^(?:users|groups|roles|roles-by-id|clients|client-scopes|organizations|identity-provider|authentication|components|events|admin-events|sessions|localization)(?:\/[^\s]|\?|$)/;
const isWord = /^[\w-]+$/;

/** The beginning of a statement that a variable is looked for in. */
const longestAssignment = 200;

const assignment =
  /^[^=(\n"'`]*?([$@]?\w+(?:(?:->|\.)\w+)*)\s*(?::\s*[\w.<>?]+\s*)?(?::=|=(?![=>]))/;

/** A mention, and the variable that it was given to, until that is used. */
interface Found extends Mention {
  readonly variable?: string;
}

/** Reads one statement after the other. */
export class ProseReader {
  private found: Found[] = [];
  private readonly variables = new Map<string, string>();
  private readonly used = new Set<string>();
  private methods: readonly string[] = [];
  private isMarked = false;
  private wasCarried = false;
  /** Where the mentions of this statement begin. */
  private start = 0;

  /** The address that a variable has by now. */
  readonly addressOf: AddressOf = (name) => {
    const known = this.variables.get(name);
    if (known !== undefined) this.used.add(name);
    return known;
  };

  /** All mentions so far; what is only part of another address is left out. */
  get mentions(): readonly Mention[] {
    return this.found
      .filter(
        ({ method, variable }) => !(method === undefined && variable && this.used.has(variable)),
      )
      .map(({ method, address }) => ({ method, address }));
  }

  /** Adds what a command asks for. */
  add(method: string | undefined, address: string): void {
    if (isBase(address, true)) return;
    this.found.push({ method, address: withKnownStart(address, this.addressOf) });
  }

  /** Reads lines of logs, code, documentation or notes. */
  read(text: string): void {
    for (const statement of splitStatements(text)) this.readStatement(statement);
  }

  private readStatement(statement: string): void {
    const logged = [...statement.matchAll(loggedRequest)];
    for (const [, method, address = ""] of logged) this.found.push({ method, address });
    if (logged.length > 0) return;
    this.start = this.found.length;
    if (!this.isMarked || this.wasCarried) this.forgetMethods();
    this.wasCarried = this.isMarked;
    const [, variable] = assignment.exec(statement.slice(0, longestAssignment)) ?? [];
    const words = wordsOf(joinPieces(statement, this.addressOf));
    const hasMethod = words.some((_, index) => this.methodAt(words, index) !== undefined);
    for (const index of words.keys()) this.readWord(words, index, hasMethod);
    this.endStatement(variable);
  }

  /** A method that is behind the address; and the variable that the address is given to. */
  private endStatement(variable: string | undefined): void {
    const own = this.found.slice(this.start);
    const [first] = own;
    if (own.length === 1 && first?.method === undefined && this.methods.length > 0) {
      this.found.splice(
        this.start,
        1,
        ...this.methods.map((method) => ({ ...first, method, address: first?.address ?? "" })),
      );
      this.forgetMethods();
    }
    const [only] = this.found.slice(this.start);
    if (variable !== undefined && own.length === 1 && only !== undefined) {
      this.variables.set(lastName(variable), only.address);
      this.used.delete(lastName(variable));
      if (only.method === undefined)
        this.found[this.start] = { ...only, variable: lastName(variable) };
    }
    if (!this.isMarked) this.forgetMethods();
  }

  private methodAt(words: readonly Word[], index: number) {
    const { text, isCall } = words[index] ?? { text: "", isCall: false };
    return readMethodWord({
      word: text.replace(/^:(?=[a-z])/, ""),
      before: words[index - 1]?.text ?? "",
      isCall,
      isBeforeAddress: isAddress(words[index + 1]?.text ?? ""),
    });
  }

  private readWord(words: readonly Word[], index: number, hasMethod: boolean): void {
    const { text = "", isQuoted = false } = words[index] ?? {};
    const method = this.methodAt(words, index);
    if (method?.isMark) {
      this.mark(method.methods);
    } else if (method !== undefined) {
      const isListed = this.methods.length > 0 && this.isListed(words[index - 1]?.text ?? "");
      this.methods = [...new Set([...(isListed ? this.methods : []), ...method.methods])];
      this.isMarked = false;
    } else if (
      isAddress(text) ||
      this.isShortAddress(words, index) ||
      (isQuoted && this.mayBePath(text, hasMethod))
    ) {
      const isNamedBase = /^["']?base_?(?:url|uri|address|path)["':]*$/i.test(
        words[index - 1]?.text ?? "",
      );
      if (!isNamedBase && !isBase(text, isQuoted)) this.mention(text);
    } else if (hasMethod && /^[$@&*]?[\w.>-]+$/.test(text)) {
      const known = this.variables.get(lastName(text));
      if (known !== undefined && !isQuoted) {
        this.used.add(lastName(text));
        this.mention(known);
      }
    }
  }

  /** `api.get("users")`; a longer path also where the method stands behind it. */
  private mayBePath(text: string, hasMethod: boolean): boolean {
    const isLong = hasMethod && !isWord.test(text);
    return isPathInQuotes.test(text) && (isLong || this.methods.length > 0);
  }

  private isListed(before: string): boolean {
    return /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/.test(before);
  }

  /** `GET users/count`, `POST users`: a word that only the method in front of it tells. */
  private isShortAddress(words: readonly Word[], index: number): boolean {
    const word = words[index]?.text ?? "";
    const before = (words[index - 1]?.text ?? "").replace(/^@/, "");
    const next = words[index + 1]?.text;
    if (this.methods.length === 0 || !/^[a-z][\w{}$:%.~/?=&-]*$/i.test(word)) return false;
    if (!this.isListed(before)) return false;
    return word.includes("/") || next === undefined || /^([A-Z]{3,}|-.*)$/.test(next);
  }

  /** Code names the method behind the address as often as in front of it. */
  private mark(methods: readonly string[]): void {
    const last = this.found.at(-1);
    const isOwn = this.found.length > this.start;
    const isSetting = this.found.length > 0 && this.methods.length === 0;
    if (last !== undefined && last.method === undefined && (isOwn || isSetting)) {
      this.found.splice(-1, 1, ...methods.map((method) => ({ ...last, method })));
      return;
    }
    this.methods = methods;
    this.isMarked = true;
    this.wasCarried = false;
  }

  private mention(address: string): void {
    const methods = this.methods.length > 0 ? this.methods : [undefined];
    this.found.push(...methods.map((method) => ({ method, address })));
    this.forgetMethods();
  }

  private forgetMethods(): void {
    this.methods = [];
    this.isMarked = false;
  }
}

/** A path that stands alone: `users/count`, `role-mappings/clients`, `users?search=abc`. */
export function readLonePath(text: string): Mention | undefined {
  const alone = text.trim();
  const isPath =
    /^[\w{}$:%.~-]+\/[\w{}$:%.~/-]+(\?\S*)?$/.test(alone) || /^[\w-]+\?[\w-]+=\S*$/.test(alone);
  return isPath && readAddress(alone) !== undefined
    ? { method: undefined, address: alone }
    : undefined;
}

/** The addresses in lines of logs, code, documentation or notes, with the methods named for them. */
export function readProse(text: string): readonly Mention[] {
  const alone = readLonePath(text);
  if (alone !== undefined) return [alone];
  const reader = new ProseReader();
  reader.read(text);
  return reader.mentions;
}
