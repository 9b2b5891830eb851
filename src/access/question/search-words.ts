import { foldText, withoutAccents } from "./fold-text.ts";

/** Words that a question has and a call's name need not have, language by language. */
const emptyWords = new Set(
  [
    "a an and any are at can do does for from how i in is it my need needs of on or that the this to what which with you your",
    "auf brauche das dem den der des die ein eine einem einen einer eines es fur ich kann man mit oder und von welche welches wie zu zum zur",
    "au aux avec comment d dans de des du en et faut il je l la le les ou peut peux pour quel quelle quelles quels que un une",
    "como con cual cuales del el en las los necesito o para por puede puedo que se un una unos unas y",
    "ao as com da das do dos e em na no os ou posso preciso qual quais um uma",
    "か が から し する た て で と な に の は へ まで を",
    "了 什么 可以 吗 哪些 如何 将 怎么 把 的 给 需要",
  ]
    .join(" ")
    .split(" "),
);

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;
let segmenter: Intl.Segmenter | undefined;

/** Puts spaces between the words of Japanese and Chinese, which are written without. */
function spacedWords(text: string): string {
  return text.replace(unspaced, (words) => {
    segmenter ??= new Intl.Segmenter("ja", { granularity: "word" });
    return ` ${[...segmenter.segment(words)].map(({ segment }) => segment).join(" ")} `;
  });
}

/**
 * The words of a text, folded and without a possessive s; names in camel case are split into their words.
 */
export function searchWords(text: string): readonly string[] {
  return foldText(
    withoutAccents(spacedWords(text)).replace(
      /(\p{Ll})(\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu,
      "$1$3 $2",
    ),
  )
    .replace(/['’]s(?![\p{L}\p{N}])/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** The words that tell something, each once; all of them where none does. */
export function tellingWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !emptyWords.has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}

/** What people write about what went wrong, and not about what they called. */
const trouble = new Set(
  `error errors forbidden unauthorized denied access response status code returns return returned fails failed
  fail failing cannot unable want wants trying try tried call calling called calls request requests endpoint
  api rest admin keycloak realm when while after before get got gets getting we our service account accounts
  program client_credentials token but not no work works working doesn don t all every into out permission
  required require requires role_needed allow allowed able should http https via using use it s m ve there so
  new them me us their his her its specific given one some by`.split(/\s+/),
);

/** Whether a word of a sentence tells of trouble rather than of a call: "403", "forbidden". */
export const isOfTrouble = (word: string) => trouble.has(word) || /^\d+$/.test(word);

/** A verb of English without its ending: "listing" and "listed" are found by "list", "resetting" by "reset". */
export function stemOf(word: string): string {
  const [, stem = ""] = /^(.{3,}?)(?:ing|ed)$/.exec(word) ?? [];
  if (stem === "") return word;
  return /(.)\1$/.test(stem) && !/(?:ll|ss)$/.test(stem) ? stem.slice(0, -1) : stem;
}

/** A word without the ending of an English plural: "policies" and "policy" are found by each other. */
export function singularOf(word: string): string {
  if (word.length < 4) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
