import type { Problem } from "../../access/custom/problem.ts";

const types = {
  object: "an object is expected",
  list: "a list is expected",
  text: "a text is expected, in quotes if YAML would read it as another type",
  wholeNumber: "a whole number is expected",
} as const;

function sentenceOf(problem: Problem): string {
  switch (problem.kind) {
    case "notJson":
      return `it isn't JSON: ${problem.values.reason}`;
    case "wrongType":
      return types[problem.values.expected];
    case "missingField":
      return `the field ${problem.values.field} is missing`;
    case "unknownField":
      return `the field ${problem.values.field} is not known`;
    case "empty":
      return "it is empty";
    case "tooLong":
      return `it has ${problem.values.length} characters; at most ${problem.values.limit} are allowed`;
    case "tooMany":
      return `there are ${problem.values.count}; at most ${problem.values.limit} are allowed`;
    case "noRoles":
      return "a preset needs at least one role";
    case "duplicateRole":
      return `the role ${problem.values.role} is listed twice`;
    case "malformedId":
      return `"${problem.values.id}" can't be an id: use up to 63 lower-case letters, digits and hyphens, with no hyphen at either end`;
    case "builtInId":
      return `${problem.values.id} is the id of a built-in preset`;
    case "duplicateId":
      return `the id ${problem.values.id} is used twice`;
    case "notARevision":
      return "a whole number from 1 to 1000000000 is expected";
    case "revisionOrder":
      return `revision ${problem.values.revision} must be lower than ${problem.values.below}`;
    case "invisibleCharacters":
      return "it has characters that can't be seen or that change its direction";
    case "noLetter":
      return "it needs a letter or a digit";
    case "mixedScripts":
      return "it mixes Latin letters with letters of another script that look like them";
    case "lookAlike":
      return `it looks like the name of another preset: ${problem.values.other}`;
  }
}

/** A problem in one line, with its place in the document. */
export function problemText(problem: Problem): string {
  const { place } = problem;
  return place === "" ? sentenceOf(problem) : `${place}: ${sentenceOf(problem)}`;
}
