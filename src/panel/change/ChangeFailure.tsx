import { type GrantKey, grantKey } from "../../access/model/grant.ts";
import { isAsBefore, type Line, type Outcome } from "../../access/plan/outcome.ts";
import { remainingChange } from "../../access/plan/remaining-change.ts";
import { changeOf, isUndoable } from "../../access/plan/undo.ts";
import { useTranslate } from "../context/use-translate.ts";
import { ProblemAlert } from "../parts/ProblemAlert.tsx";
import { AlertActionLink } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { nameLine } from "../plan/name-grant.ts";
import type { Changes, FailedChange } from "./use-changes.ts";

interface ChangeFailureProps {
  readonly failed: FailedChange;
  readonly changes: Changes;
}

/** What can't be given any more, since the server no longer has it. */
function goneOf({ attempt, direction, state }: Outcome): ReadonlySet<GrantKey> {
  if (state?.kind !== "ready") return new Set();
  const { gone } = remainingChange(changeOf(attempt, direction), state.snapshot);
  return new Set(gone.map(grantKey));
}

/** What stopped a change, what holds now line by line, and the ways on: to its end, or back. */
export function ChangeFailure({ failed, changes }: ChangeFailureProps) {
  const t = useTranslate();
  const { outcome, problem } = failed;
  const { lines, direction } = outcome;
  const isUntouched = direction === "forward" && lines.every(isAsBefore(outcome));
  const isUnknown = outcome.state === undefined;
  const gone = goneOf(outcome);
  const nameOf = (line: Line) => nameLine(t, line, gone.has(grantKey(line.grant)));
  return (
    <ProblemAlert
      problem={problem}
      actions={
        <>
          <AlertActionLink data-testid="continueChange" onClick={changes.continueFailed}>
            {t(isUntouched ? "problem.tryAgain" : "problem.continue")}
          </AlertActionLink>
          {isUndoable(outcome) ? (
            <AlertActionLink data-testid="undoFailedChange" onClick={changes.undoFailed}>
              {t("done.undo")}
            </AlertActionLink>
          ) : null}
          {isUnknown ? (
            <AlertActionLink data-testid="retry" onClick={changes.reviewFailed}>
              {t("problem.retry")}
            </AlertActionLink>
          ) : null}
        </>
      }
    >
      {isUntouched ? (
        <p>{t("problem.nothingChanged")}</p>
      ) : (
        <>
          <p>{t(isUnknown ? "problem.holdsNowUnknown" : "problem.holdsNow")}</p>
          <ul className={pf("c-list")} data-testid="changeLines">
            {lines.map((line) => (
              <li key={grantKey(line.grant)}>{nameOf(line)}</li>
            ))}
          </ul>
        </>
      )}
    </ProblemAlert>
  );
}
