/** What a curl command asks for. */
export interface CurlRequest {
  readonly method: string;
  readonly addresses: readonly string[];
}

/** Short options that take a value, with the long names of those that tell the method. */
const shortWithValue = new Set("AbcCdDeEFHKmoPQrtTuUwxXyYz");
const longNames = new Map([
  ["X", "request"],
  ["d", "data"],
  ["F", "form"],
  ["T", "upload-file"],
  ["I", "head"],
  ["G", "get"],
]);

const longWithValue = new Set(
  `cacert capath cert cert-type ciphers config connect-timeout connect-to cookie cookie-jar
  dump-header header interface json key key-type limit-rate max-redirs max-time noproxy oauth2-bearer
  output output-dir pass proto proxy proxy-user range referer request resolve retry retry-delay
  retry-max-time tls-max upload-file url user user-agent write-out data data-ascii data-binary data-raw
  data-urlencode form form-string`.split(/\s+/),
);

/** An option's long name, or its letter where that tells nothing of the method. */
interface Option {
  readonly name: string;
  readonly value: string | undefined;
  /** Whether the value is the next word. */
  readonly takesNext: boolean;
}

/** The options of one word: `-sSXPOST` is three of them. */
function optionsIn(word: string): readonly Option[] {
  const long = /^--([^=]+)(?:=(.*))?$/s.exec(word);
  if (long !== null) {
    const [, name = "", value] = long;
    return [{ name, value, takesNext: value === undefined && longWithValue.has(name) }];
  }
  const options: Option[] = [];
  const letters = word.slice(1);
  for (const [index, letter] of [...letters].entries()) {
    const name = longNames.get(letter) ?? letter;
    if (shortWithValue.has(letter)) {
      const value = letters.slice(index + 1);
      return [...options, { name, value: value || undefined, takesNext: value === "" }];
    }
    options.push({ name, value: undefined, takesNext: false });
  }
  return options;
}

/** Anything else, for example in a truncated line, isn't a method. */
const isMethod = /^[a-z]+$/i;

/** What may hold an address, or anything else. */
const isVariable = /^\$(?:\w+|\{\w+\})$/;

/** The method that curl takes where none is named. */
function methodBy(options: ReadonlySet<string>): string {
  if (options.has("head")) return "HEAD";
  if (options.has("get")) return "GET";
  if (options.has("upload-file")) return "PUT";
  return [...options].some((name) => /^(data|form|json)(-|$)/.test(name)) ? "POST" : "GET";
}

/**
 * Reads the words after `curl`.
 *
 * @see [curl's options](https://curl.se/docs/manpage.html)
 */
export function readCurl(words: readonly string[]): CurlRequest {
  const names = new Set<string>();
  const addresses: string[] = [];
  let method: string | undefined;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (!/^-./.test(word)) {
      if (/^(GET|POST|PUT|PATCH|DELETE)$/.test(word)) method ??= word;
      else if (word.includes("/") || isVariable.test(word)) addresses.push(word);
      continue;
    }
    for (const { name, value, takesNext } of optionsIn(word)) {
      if (takesNext) index += 1;
      const given = takesNext ? words[index] : value;
      names.add(name);
      if (name === "request" && given && isMethod.test(given)) method = given.toUpperCase();
      if (name === "url" && given) addresses.push(given);
    }
  }
  return { method: method ?? methodBy(names), addresses };
}
