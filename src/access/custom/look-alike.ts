/**
 * Letters of other scripts that look like Latin ones, each followed by the letter that it looks like. All lower case:
 * names are compared in lower case, so that a capital that has a look-alike is covered by its small letter.
 *
 * @see [Unicode Security Mechanisms](https://www.unicode.org/reports/tr39/)
 */
const pairs = [
  // Cyrillic
  ..."аa вb сc ԁd еe ғf ԍg һh нh іi јj кk ӏl мm тt оo пn рp ԛq гr ѕs уy үy ѵv ԝw хx ьb ҽe ѡw".split(
    " ",
  ),
  // Greek
  ..."αa βb ϲc εe ηn ιi κk μu νv οo ρp σo τt υu χx γy ωw ζz ϳj".split(" "),
  // Armenian
  ..."օo սu հh ցg զq ոn քp".split(" "),
  // Latin letters that are hardly told apart from plain ones
  ..."ıi ɑa ɡg ɩi ʟl ɴn ʀr ꜱs ᴏo ᴠv ᴡw ᴢz ᴄc ᴜu øo łl đd ħh ŧt ƅb ƚl ɪi ʏy ꞓc".split(" "),
];

const latinFor = new Map(pairs.map((pair) => [[...pair][0] ?? "", [...pair][1] ?? ""]));

/** Letters and digits that look the same in many fonts: capital i, small L and the digit one. */
const sameShape = new Map([
  ["i", "l"],
  ["1", "l"],
  ["|", "l"],
  ["0", "o"],
  ["m", "rn"],
]);

const mapped = (text: string, letters: ReadonlyMap<string, string>) =>
  [...text].map((letter) => letters.get(letter) ?? letter).join("");

/** Marks over or under a Latin letter. In other scripts, marks make other letters. */
const latinMarks = /(?<=\p{Script=Latin}\p{M}*)\p{M}/gu;

/** Spaces, punctuation, and everything that can't be seen. */
const unseen = /[\p{Z}\p{P}\p{C}\p{Default_Ignorable_Code_Point}]/gu;

/** Of 200 presets, each is compared with all others: the skeletons that were made last are kept. */
const made = new Map<string, string>();
const mostKept = 1_000;

/**
 * What a person sees of a name at a glance: the same for two names that look alike. It is only compared, never shown.
 */
export function skeletonOf(name: string): string {
  const known = made.get(name);
  if (known !== undefined) return known;
  if (made.size >= mostKept) made.clear();
  const skeleton = makeSkeleton(name);
  made.set(name, skeleton);
  return skeleton;
}

function makeSkeleton(name: string): string {
  const folded = name.normalize("NFKC").toLowerCase().normalize("NFKD");
  const plain = mapped(folded, latinFor).replace(latinMarks, "").normalize("NFC");
  return mapped(plain, sameShape).replace(unseen, "");
}

/** Whether a name has Latin letters beside Cyrillic, Greek or other letters that look like them. */
export function mixesScripts(name: string): boolean {
  return (
    /\p{Script=Latin}/u.test(name) &&
    /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(name)
  );
}

/** The names of presets by their ids: a built-in preset has one in English and one in the language that is shown. */
export type NamesById = ReadonlyMap<string, readonly string[]>;

/**
 * The name of another preset that a name looks like.
 *
 * @param id the preset's own id: its name may look like its former one
 */
export function lookAlikeOf(name: string, id: string, others: NamesById): string | undefined {
  const skeleton = skeletonOf(name);
  return [...others]
    .filter(([other]) => other !== id)
    .flatMap(([, names]) => names)
    .find((other) => skeletonOf(other) === skeleton);
}
