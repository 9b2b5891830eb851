import fc from "fast-check";
import { expect, test } from "vitest";
import { readShellCommand } from "../../../../src/access/pasted/read-shell-command.ts";
import { anyText } from "../any-text.ts";

const wordsOf = (text: string) => readShellCommand(text, 0).words;

test.each([
  ["a  b\t c ", ["a", "b", "c"]],
  [`'a b' "c d"`, ["a b", "c d"]],
  [`a'b c'd"e f"g`, ["ab cde fg"]],
  [`'it'\\''s'`, ["it's"]],
  ["$'it\\'s'", ["it's"]],
  [`"say \\"no\\""`, [`say "no"`]],
  ["a\\ b", ["a b"]],
  ["'a\\ b\\'", ["a\\ b\\"]],
  [`"" ''`, ["", ""]],
  ["$ID $\x7bID}/x $", ["$ID", "$\x7bID}/x", "$"]],
])("reads the words of %s as a shell does", (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test.each([
  ["$(cat id)/x", ["{}/x"]],
  [`"/users/$(cat "my id")/groups"`, ["/users/{}/groups"]],
  ["$(a (b) c)d e", ["{}d", "e"]],
  ["'$(cat id)'", ["$(cat id)"]],
  ["$'$(a)'", ["$(a)"]],
  ["a(b", ["a(b"]],
])("takes what a command stands for in %s as a value", (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test("a command used as a value has at most 2000 characters", () => {
  expect(wordsOf(`$(${"a".repeat(1997)})`)).toEqual(["{}"]);
  expect(wordsOf(`$(${"a".repeat(1998)})`)).toEqual([`$(${"a".repeat(1998)}`]);
});

test("what is not closed yet is read as far as it goes", () => {
  expect(wordsOf(`a "b c`)).toEqual(["a", "b", "c"]);
  expect(wordsOf("a 'b c")).toEqual(["a", "b", "c"]);
  expect(wordsOf("a $(b c")).toEqual(["a", "$(b", "c"]);
  expect(readShellCommand("a b\\", 0)).toEqual({ words: ["a", "b"], end: 4 });
});

test.each(["\n", ";", "|", "&", ")", "`"])(
  "a command ends with %j, unless it is quoted",
  (mark) => {
    expect(readShellCommand(`a b${mark}c`, 0)).toEqual({ words: ["a", "b"], end: 3 });
    expect(wordsOf(`a"${mark}"'${mark}'\\${mark}b`)).toEqual([`a${mark}${mark}${mark}b`]);
  },
);

test("a command is read from where it starts to the end of the text", () => {
  expect(readShellCommand("curl a b", 4)).toEqual({ words: ["a", "b"], end: 8 });
  expect(readShellCommand("curl", 4)).toEqual({ words: [], end: 4 });
});

const quotations: readonly ((word: string) => string)[] = [
  (word) => `'${word.replaceAll("'", "'\\''")}'`,
  (word) => `$'${word.replace(/[\\']/g, "\\$&")}'`,
  (word) => `"${word.replace(/[\\"$]/g, "\\$&")}"`,
  (word) => (word === "" ? '""' : word.replace(/[\s\S]/g, "\\$&")),
];

test("quoted words are read unchanged", () => {
  const quoted = fc.tuple(anyText({ maxLength: 12 }), fc.constantFrom(...quotations));
  fc.assert(
    fc.property(fc.array(quoted, { maxLength: 5 }), (words) => {
      const command = words.map(([word, quote]) => quote(word)).join(" ");
      expect(readShellCommand(command, 0)).toEqual({
        words: words.map(([word]) => word),
        end: command.length,
      });
    }),
  );
});
