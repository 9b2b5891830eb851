import type { FamilyReach } from "../../access/model/reach-of-held.ts";
import { pfToken } from "./patternfly-classes.ts";

/** The color that marks each kind of reach beside its text; all of them change with the dark theme. */
export const reachMarks: Readonly<Record<FamilyReach, string>> = {
  none: "transparent",
  notKnown: pfToken("Color--200"),
  readsPart: pfToken("Color--200"),
  reads: pfToken("Color--200"),
  readsSecrets: pfToken("warning-color--200"),
  changes: pfToken("primary-color--100"),
  canEscalate: pfToken("danger-color--100"),
};
