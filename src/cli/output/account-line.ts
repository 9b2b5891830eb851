import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { AccountState } from "../../access/survey/account-state.ts";
import type { MeasuredReach } from "../../access/survey/reach-of-account.ts";
import { describeAccount } from "../../formats/describe-account.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import { accountLabel } from "./account-label.ts";
import { describeReach } from "./describe-reach.ts";
import { describeRisk, t } from "./preset-texts.ts";

const separator = "  |  ";

/** Why an account can't sign in. */
const states = {
  active: undefined,
  noUser: "no account under its usual name",
  clientDisabled: "client disabled",
  userDisabled: "service-account user disabled",
  bothDisabled: "client and service-account user disabled",
  leftover: "leftover account, service accounts are off",
  unlinked: "unlinked, no client has this name",
} as const satisfies Record<AccountState, string | undefined>;

/** A service account in one line: its client, what it holds, through what, the risk of that, and how far it reaches. */
export function accountLine(row: AccountRow, { reachOf }: MeasuredReach): string {
  const { presets, outdated, looseRoles, risk, state, carried } = row;
  const reach = reachOf(row);
  const said = state === undefined ? undefined : states[state];
  const held = [
    ...presets.map((preset) => nameOf(t, preset)),
    ...looseRoles.map(({ name }) => name),
  ];
  const through = new Set(
    describeAccount(row).indirectRoles.flatMap((indirect) => indirect.through),
  );
  return [
    accountLabel(row, separator),
    ...(said === undefined ? [] : [said]),
    held.length === 0 ? "no admin role" : held.join(", "),
    ...(outdated.length === 0
      ? []
      : [
          `former roles of a changed preset: ${outdated.map((preset) => nameOf(t, preset)).join(", ")}`,
        ]),
    ...(through.size === 0 ? [] : [`through ${[...through].join(", ")}`]),
    ...(held.length === 0 ? [] : [describeRisk(risk)]),
    ...(held.length === 0 || reach === undefined ? [] : [reaches()]),
  ].join(separator);

  function reaches(): string {
    return carried === "none" ? "calls denied now" : describeReach(reach ?? new Map());
  }
}
