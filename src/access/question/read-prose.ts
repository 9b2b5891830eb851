import { readAddress } from "./read-address.ts";

/** An address in a text, and the method named for it. */
export interface Mention {
  readonly method: string | undefined;
  readonly address: string;
}

const methodName = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/i;
const severalMethods = /^(GET|POST|PUT|PATCH|DELETE)([/|](GET|POST|PUT|PATCH|DELETE))+$/;

/** Keycloak's own command line tool names the methods differently. */
const methodOfKcadm = new Map([
  ["create", "POST"],
  ["get", "GET"],
  ["update", "PUT"],
  ["delete", "DELETE"],
]);

/** Requests as web servers log them; whatever else stands in such a line, such as a referrer, is no call. */
const loggedRequest = /\b([A-Z]{3,7})\s+(\S+)\s+HTTP\/\d/g;

/** Values that code puts into addresses, such as `${user.id}`, without what would end a word. */
const plainValues = (text: string) =>
  text.replace(
    /([/$])\{([^{}\n]*)\}/g,
    (_, before: string, value: string) => `${before}{${value.replace(/[^\w.-]/g, "")}}`,
  );

/** A word without the marks around it; `...` at its end stands for a value. */
function trimmed(word: string): string {
  const open = word.replace(/^<(?=\/|https?:)/i, "");
  if (open.endsWith("...")) return open;
  const marks = open.includes("<") ? ".,:!" : ".,:!>";
  let end = open.length;
  while (end > 0 && marks.includes(open.charAt(end - 1))) end -= 1;
  return open.slice(0, end);
}

const wordsOf = (line: string) =>
  plainValues(line)
    .replace(/(^|\s)([\w-]+)=/g, "$1$2 ")
    .split(/[\s"'`(),;[\]]+|\|/)
    .map(trimmed)
    .filter(Boolean);

/** Whether a word is an address even where nothing else says so. */
const isAddress = (word: string) =>
  /^(https?:\/\/[^/]|\/[^/])/i.test(word) ||
  /^(\$\{?\w[^/]*|\{.*\}|<[^/]*>|:[a-z]\w*)\/./i.test(word) ||
  /(^|\/)(admin|realms)\/[^/]/.test(word);

/** Reads one word after the other; what a line leaves open ends with it, but for `method: "POST"`. */
class ProseReader {
  readonly mentions: Mention[] = [];
  private methods: string[] = [];
  private isMarked = false;

  readLine(line: string): void {
    const logged = [...line.matchAll(loggedRequest)];
    for (const [, method, address = ""] of logged) this.mentions.push({ method, address });
    if (logged.length > 0) return;
    if (!this.isMarked) this.methods = [];
    const words = wordsOf(line);
    for (const [index, word] of words.entries()) this.readWord(word, index, words);
  }

  private readWord(word: string, index: number, words: readonly string[]): void {
    const before = words[index - 1] ?? "";
    const next = words[index + 1];
    const verb = this.verbOfKcadm(word, before);
    if (severalMethods.test(word)) this.methods = [...new Set(word.split(/[/|]/))];
    else if (verb !== undefined) this.methods = [verb];
    else if (methodName.test(word) && /method:?$/i.test(before)) this.mark(word.toUpperCase());
    else if (methodName.test(word) && (word === word.toUpperCase() || isAddress(next ?? ""))) {
      const isListed = methodName.test(before) && before === before.toUpperCase();
      this.methods = [...new Set([...(isListed ? this.methods : []), word.toUpperCase()])];
    } else if (/\w\.(get|post|put|patch|delete)$/i.test(word)) {
      this.methods = [word.split(".").at(-1)?.toUpperCase() ?? ""];
    } else if (isAddress(word) || this.isShortAddress(word, before, next)) {
      this.mention(this.isOfKcadm(words, index) ? word.replace(/^\/?/, "/admin/") : word);
    }
  }

  /** `GET users/count`, `POST users`: a word that only the method in front of it tells. */
  private isShortAddress(word: string, before: string, next: string | undefined): boolean {
    if (this.methods.length === 0 || !/^[a-z][\w{}$:%.~/-]*$/i.test(word)) return false;
    const isAfterMethod = before === before.toUpperCase() && methodName.test(before);
    if (!isAfterMethod && !methodOfKcadm.has(before)) return false;
    return word.includes("/") || next === undefined || /^([A-Z]{3,}|-.*)$/.test(next);
  }

  private verbOfKcadm(word: string, before: string): string | undefined {
    return /kcadm(\.sh|\.bat)?$/i.test(before) ? methodOfKcadm.get(word) : undefined;
  }

  private isOfKcadm(words: readonly string[], index: number): boolean {
    const isVerb = this.verbOfKcadm(words[index - 1] ?? "", words[index - 2] ?? "") !== undefined;
    return isVerb && /^\/?(realms|serverinfo)(\/|$)/.test(words[index] ?? "");
  }

  /** Code names the method behind the address as often as in front of it. */
  private mark(method: string): void {
    const last = this.mentions.at(-1);
    if (last !== undefined && last.method === undefined) {
      this.mentions.splice(-1, 1, { ...last, method });
      return;
    }
    this.methods = [method];
    this.isMarked = true;
  }

  private mention(address: string): void {
    const methods = this.methods.length > 0 ? this.methods : [undefined];
    this.mentions.push(...methods.map((method) => ({ method, address })));
    this.methods = [];
    this.isMarked = false;
  }
}

/** The addresses in lines of logs, code, documentation or notes, with the methods named for them. */
export function readProse(text: string): readonly Mention[] {
  const alone = text.trim();
  if (/^[\w{}$:%.~-]+\/[\w{}$:%.~/-]+$/.test(alone) && readAddress(alone) !== undefined) {
    return [{ method: undefined, address: alone }];
  }
  const reader = new ProseReader();
  for (const line of text.split("\n")) reader.readLine(line);
  return reader.mentions;
}
