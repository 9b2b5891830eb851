import { isAsBefore, type Outcome } from "../../keycloak/change/attempt.ts";

/** Whether taking it back would take anything back. */
export function isUndoable(outcome: Outcome): boolean {
  const isSame = isAsBefore(outcome);
  return (
    outcome.direction === "forward" &&
    outcome.lines.some((line) => line.grant.place !== "account" && !isSame(line))
  );
}
