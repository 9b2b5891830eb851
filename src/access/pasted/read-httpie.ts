import type { Mention } from "./mention.ts";

/** Options with a value that is the next word. */
const withValue = new Set(
  `-a -A -o -s -p -P --auth --auth-type --output --style --pretty --print --session --session-read-only
  --timeout --proxy --verify --cert --cert-key --ssl --ciphers --boundary --raw --max-redirects --format-options
  --default-scheme --response-charset --response-mime`.split(/\s+/),
);

/** `name=value`, `name:=1`, `name@file`: parts of a body. `name==value` is of the query, `Name:value` a header. */
const isOfBody = (word: string) =>
  /^[^=:@]+(?::=@?|=@|@|=(?!=))/.test(word) && !/^[^=]*==/.test(word);

/**
 * Reads the words after `http`, HTTPie's command, or `xh`. Without a method, a body makes it POST.
 *
 * @see [HTTPie, optional GET and POST](https://httpie.io/docs/cli/optional-get-and-post)
 */
export function readHttpie(words: readonly string[]): Mention | undefined {
  const plain: string[] = [];
  let hasBody = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (withValue.has(word)) {
      hasBody ||= word === "--raw";
      index += 1;
    } else if (!word.startsWith("-")) plain.push(word);
  }
  const [first = "", second] = plain;
  const isMethod = /^[A-Z]+$/i.test(first) && second !== undefined;
  const address = isMethod ? second : first;
  if (!/[/:]/.test(address)) return undefined;
  hasBody ||= plain.slice(isMethod ? 2 : 1).some(isOfBody);
  return {
    method: isMethod ? first.toUpperCase() : hasBody ? "POST" : "GET",
    // `:8080/x` and `:/x` are on this machine.
    address: address.replace(/^:(?=[\d/])/, "localhost:"),
  };
}
