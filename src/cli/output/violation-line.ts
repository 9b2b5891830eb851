import type { Denial } from "../../access/policy/judge-roles.ts";
import type { Violation } from "../policy/find-violations.ts";
import { accountLabel } from "./account-label.ts";

/** The reason why roles aren't allowed, if there is one besides that no rule allows them. */
function describeDenial(denial: Denial): string {
  switch (denial.kind) {
    case "forbidden":
      return ` (forbidden: ${denial.reason})`;
    case "ended":
      return ` (allowed until ${denial.until}: ${denial.reason})`;
    case "notListed":
      return "";
  }
}

/** The roles of a service account that aren't allowed, with the reason. */
export const describeExcess = ({ roles, denial }: Omit<Violation, "account">) =>
  `${roles.join(", ")}${describeDenial(denial)}`;

/** A service account with more roles than allowed, in one line. */
export const violationLine = (violation: Violation) =>
  `${accountLabel(violation.account, " ")}: ${describeExcess(violation)}`;
