const names = "get|post|put|patch|delete";
const named = new RegExp(`^(${names}|head|options)$`, "i");
const several = new RegExp(`^(?:${names})(?:[/|](?:${names}))+$`, "i");

/** What a word says of the method of a request. */
export interface MethodWord {
  readonly methods: readonly string[];
  /**
   * Whether it may stand behind the address: `method: "POST"`, `HttpMethod.DELETE`. Else it belongs to the
   * next one.
   */
  readonly isMark: boolean;
  /** Whether it is the name of a function: `client.delete`. */
  readonly isCalled?: boolean;
}

/** A word, what is before and behind it, and whether brackets or a text follow it at once. */
export interface WordInContext {
  readonly word: string;
  readonly before: string;
  readonly isCall: boolean;
  /** Whether an address comes next. */
  readonly isBeforeAddress: boolean;
}

/** Keys of which a method is the value, in code, settings and options. */
const methodKey =
  /(?:^|[._-])(?:http_?)?(?:method|verb|customrequest|request|setrequestmethod|open)["':]*$/i;
const typeKey = /^["']?type["':]*$/i;

/** Constants and classes of HTTP libraries: `HttpMethod.Delete`, `http.MethodPut`, `Method::PUT`, `Net::HTTP::Put`. */
const constant = new RegExp(
  `(?:methods?(?:::|\\.|->|_)?|HTTP::|CURLOPT_(?:HTTP)?|:)(${names})(?:\\.new)?$`,
  "i",
);
const request = new RegExp(`(?:^|\\.)Http(${names})(?:Request)?$`, "i");
/** Annotations: `@Delete`, `@PostMapping`, `@PUT`, `[HttpDelete`. */
const annotation = new RegExp(`^(?:@|Http)(${names})(?:Mapping|Exchange)?$`, "i");
/** Functions: `client.delete`, `$http->post`, `kc_post`, `requestPut`, `http.del`, `PostAsJsonAsync`. */
const functions = [
  new RegExp(`(?:\\.|->|::)(${names}|del)[!?]?(?:<.*)?$`, "i"),
  new RegExp(
    `(?:\\.|->|::|^)(${names})(?:As|From|For|Json|Async|String|Bytes|Stream|Raw|Form|Entity|Object|Body)\\w*[!?]?(?:<.*)?$`,
    "i",
  ),
  new RegExp(`_(${names})[!?]?$`, "i"),
  new RegExp(`^(${names})_(?:json|form|raw|request|body)$`, "i"),
];
const camelFunction = /[a-z](Get|Post|Put|Patch|Delete)(?:Request|Json|Async)?$/;

const methodOf = (name: string) => (/^del$/i.test(name) ? "DELETE" : name.toUpperCase());

/** The method that a word names; undefined where it names none. */
export function readMethodWord(context: WordInContext): MethodWord | undefined {
  const { word, before, isCall, isBeforeAddress } = context;
  if (several.test(word) && word === word.toUpperCase()) {
    return { methods: [...new Set(word.split(/[/|]/))], isMark: false };
  }
  // `method: .post`, as in Swift.
  if (/^\.\w+$/.test(word) && named.test(word.slice(1)) && methodKey.test(before)) {
    return { methods: [word.slice(1).toUpperCase()], isMark: true };
  }
  if (named.test(word)) {
    const methods = [word.toUpperCase()];
    if (methodKey.test(before) || typeKey.test(before)) return { methods, isMark: true };
    if (word === word.toUpperCase() || isBeforeAddress) return { methods, isMark: false };
    return undefined;
  }
  const annotated = annotation.exec(word)?.[1];
  if (annotated !== undefined) return { methods: [methodOf(annotated)], isMark: false };
  const constantName = constant.exec(word)?.[1];
  if (constantName !== undefined && !isFunctionOf(word)) {
    return { methods: [methodOf(constantName)], isMark: true };
  }
  const requestName = request.exec(word)?.[1];
  if (requestName !== undefined) return { methods: [methodOf(requestName)], isMark: false };
  if (!isCall) return undefined;
  for (const pattern of [...functions, camelFunction]) {
    const name = pattern.exec(word)?.[1];
    if (name !== undefined) return { methods: [methodOf(name)], isMark: false, isCalled: true };
  }
  return undefined;
}

/** `Http::delete` is a function of a library for PHP, and `Method::DELETE` is a constant. */
const isFunctionOf = (word: string) => /(?:^|\\)Http::[a-z]+$/.test(word);
