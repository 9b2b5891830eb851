import type { Problem } from "../../access/custom/problem.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import type { Translate } from "../../texts/translate.ts";
import { useTranslate } from "../context/use-translate.ts";
import { FormHelperText, HelperText, HelperTextItem } from "../parts/patternfly/form.ts";

interface FieldProblemsProps {
  /** The field's `aria-describedby`. */
  readonly id: string;
  readonly problems: readonly Problem[];
  readonly field: "name" | "purpose" | "roles";
}

/** What is wrong with a field. What is only missing so far is no error yet. */
export function FieldProblems({ id, problems, field }: FieldProblemsProps) {
  const t = useTranslate();
  const ofField = problemsAt(problems, field);
  return (
    <FormHelperText>
      <HelperText id={id} isLiveRegion>
        {ofField.map((problem) => (
          <HelperTextItem
            key={problem.kind}
            variant={isMissing(problem) ? "default" : "error"}
            data-testid={`problem-${field}-${problem.kind}`}
          >
            {describeFlaw(t, problem)}
          </HelperTextItem>
        ))}
      </HelperText>
    </FormHelperText>
  );
}

/** The problems of a field. */
export function problemsAt(
  problems: readonly Problem[],
  field: FieldProblemsProps["field"],
): readonly Problem[] {
  return problems.filter(({ place }) => place === field);
}

/** Whether something isn't filled in yet. */
export function isMissing({ kind }: Problem): boolean {
  return kind === "empty" || kind === "noRoles";
}

/** What is wrong with a preset that is being written, in words. */
export function describeFlaw(t: Translate, problem: Problem): string {
  switch (problem.kind) {
    case "empty":
    case "noRoles":
    case "noLetter":
    case "mixedScripts":
    case "invisibleCharacters":
      return t(`custom.flaw.${problem.kind}`);
    case "tooLong":
    case "tooMany":
      return t(`custom.flaw.${problem.kind}`, { limit: problem.values.limit });
    case "lookAlike":
      return t("custom.flaw.lookAlike", { other: escapeInvisible(problem.values.other) });
    default:
      // A form doesn't make those that only files have.
      return problem.kind;
  }
}
