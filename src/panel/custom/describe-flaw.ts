import type { Problem } from "../../access/custom/problem.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import type { Translate } from "../../texts/translate.ts";

/** So much of a text is shown that anybody may have written, as long as they liked. */
const mostShown = 80;

/** A hostile text in a sentence: with what nobody would see, and cut where it is long. */
export function shownText(text: string): string {
  const letters = [...text];
  const isLong = letters.length > mostShown;
  return `${escapeInvisible(letters.slice(0, mostShown).join(""))}${isLong ? "…" : ""}`;
}

/** What is wrong with a preset, in words. */
export function describeFlaw(t: Translate, problem: Problem): string {
  switch (problem.kind) {
    case "tooLong":
      return t("custom.flaw.tooLong", { limit: problem.values.limit });
    case "tooMany": {
      const { limit } = problem.values;
      // Of a whole document, it is one preset too many.
      return t(problem.place === "" ? "custom.readOnly.full" : "custom.flaw.tooMany", { limit });
    }
    case "lookAlike":
      return t("custom.flaw.lookAlike", { other: shownText(problem.values.other) });
    case "missingField":
    case "unknownField":
      return t(`custom.flaw.${problem.kind}`, { field: shownText(problem.values.field) });
    case "duplicateRole":
      return t("custom.flaw.duplicateRole", { role: shownText(problem.values.role) });
    case "builtInId":
    case "duplicateId":
      return t("custom.flaw.takenId");
    case "notARevision":
    case "revisionOrder":
      return t("custom.flaw.revision");
    default:
      return t(`custom.flaw.${problem.kind}`);
  }
}
