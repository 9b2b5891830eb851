import type { Problem } from "../../access/custom/problem.ts";
import { useTranslate } from "../context/use-translate.ts";
import { FormHelperText, HelperText, HelperTextItem } from "../parts/patternfly/form.ts";
import { describeFlaw } from "./describe-flaw.ts";

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
