import type { AccountRow } from "../access/survey/account-rows.ts";
import { describeAccount } from "../formats/describe-account.ts";
import { nameOf } from "../texts/preset-texts.ts";
import { nameAccount } from "./name-account.ts";
import { describeRisk, t } from "./preset-texts.ts";

/** A service account in one line: whose it is, what it holds, and what that means. */
export function describeRow(row: AccountRow): string {
  const { presets, outdated, looseRoles, risk, enabled } = row;
  const held = [
    ...presets.map((preset) => nameOf(t, preset)),
    ...looseRoles.map(({ name }) => name),
  ];
  const through = new Set(
    describeAccount(row).indirectRoles.flatMap((indirect) => indirect.through),
  );
  return [
    ...nameAccount(row),
    ...(enabled === false ? ["disabled"] : []),
    held.length === 0 ? "no admin role" : held.join(", "),
    ...(outdated.length === 0
      ? []
      : [`as before an upgrade: ${outdated.map((preset) => nameOf(t, preset)).join(", ")}`]),
    ...(through.size === 0 ? [] : [`through ${[...through].join(", ")}`]),
    ...(held.length === 0 ? [] : [describeRisk(risk)]),
  ].join("  |  ");
}
