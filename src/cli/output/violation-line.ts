import type { Denial } from "../../access/policy/judge-roles.ts";
import type { Violation } from "../policy/find-violations.ts";
import { accountLabel } from "./account-label.ts";

/** Why roles are not allowed, where there is more to say than that no rule allows them. */
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

/** The roles that a service account isn't allowed, and why. */
export const describeExcess = ({ roles, denial }: Omit<Violation, "account">) =>
  `${roles.join(", ")}${describeDenial(denial)}`;

/** A service account that holds more than it is allowed, in one line. */
export const violationLine = (violation: Violation) =>
  `${accountLabel(violation.account, " ")}: ${describeExcess(violation)}`;
