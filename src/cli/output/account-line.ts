import type { AccountRow } from "../../access/survey/account-rows.ts";
import { describeAccount } from "../../formats/describe-account.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import { accountLabel } from "./account-label.ts";
import { describeRisk, t } from "./preset-texts.ts";

const separator = "  |  ";

/** A service account in one line: its client, what it holds, through what, and the risk of that. */
export function accountLine(row: AccountRow): string {
  const { presets, outdated, looseRoles, risk, enabled } = row;
  const held = [
    ...presets.map((preset) => nameOf(t, preset)),
    ...looseRoles.map(({ name }) => name),
  ];
  const through = new Set(
    describeAccount(row).indirectRoles.flatMap((indirect) => indirect.through),
  );
  return [
    accountLabel(row, separator),
    ...(enabled === false ? ["disabled"] : []),
    held.length === 0 ? "no admin role" : held.join(", "),
    ...(outdated.length === 0
      ? []
      : [`as before an upgrade: ${outdated.map((preset) => nameOf(t, preset)).join(", ")}`]),
    ...(through.size === 0 ? [] : [`through ${[...through].join(", ")}`]),
    ...(held.length === 0 ? [] : [describeRisk(risk)]),
  ].join(separator);
}
