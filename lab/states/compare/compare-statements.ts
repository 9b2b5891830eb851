import type {
  CallStatement,
  HoldingsStatement,
  PowerStatement,
  RowStatement,
  Statements,
} from "../statements.ts";
import type { CallTruth, Truth } from "../truth.ts";
import { compareCheck } from "./compare-check.ts";
import { compareEnds } from "./compare-ends.ts";
import { compareListedPreset, compareOwnPreset } from "./compare-own-preset.ts";
import type { Compared } from "./compared.ts";

/** Compares all that the product says of a client with what is true of it. */
export function compareStatements(
  { tab, list, ownPreset, search, check }: Statements,
  truth: Truth,
): readonly Compared[] {
  return [
    ...compareHoldings("tab", tab, truth),
    ...(tab.count === undefined ? [] : [compareCount(tab.count, truth)]),
    ...compareRow(list, truth),
    ...(ownPreset === undefined ? [] : compareOwnPreset(ownPreset, truth)),
    ...[...search].map(([id, said]) => compareCall(id, said, truth.calls.get(id) ?? "refused")),
    ...compareCheck(check, truth),
    {
      about: "reading",
      said: "changes nothing",
      isKnown: true,
      truth: truth.isMadeByReading ? "made a service-account user" : undefined,
    },
  ];
}

const compared = (about: string, said: string, truth: string | undefined): Compared => ({
  ...{ about, said, isKnown: said !== "notKnown" },
  truth: said === "notKnown" ? undefined : truth,
});

function compareHoldings(
  where: "tab" | "list",
  { account, power, roles, ends }: HoldingsStatement,
  truth: Truth,
): readonly Compared[] {
  return [
    compared(`${where}: account`, account, account === truth.account ? undefined : truth.account),
    compared(`${where}: power`, power, powerContradiction(power, truth)),
    ...(roles === undefined ? [] : [compareRoles(`${where}: roles`, roles, truth)]),
    ...(ends === undefined ? [] : [compareEnds(`${where}: ends`, ends, truth)]),
  ];
}

const line = (names: Iterable<string>) => [...names].sort().join(" ");

function compareRoles(about: string, roles: readonly string[], truth: Truth): Compared {
  const held = truth.account === "exists" ? line(truth.effective) : "";
  return compared(about, line(roles), line(roles) === held ? undefined : held);
}

/** Compares how many admin roles the tab's header counts. */
function compareCount(said: number, { account, effective }: Truth): Compared {
  const held = account === "exists" ? effective.size : 0;
  return compared("tab: number of roles", String(said), said === held ? undefined : String(held));
}

function compareRow(row: RowStatement, truth: Truth): readonly Compared[] {
  const isEnabled = truth.client.enabled && truth.accountEnabled === true;
  const enabled =
    row.enabled === undefined || row.account !== "exists" || row.enabled === isEnabled
      ? []
      : [compared("list: enabled", String(row.enabled), String(isEnabled))];
  const preset = row.ownPreset === undefined ? [] : compareListedPreset(row.ownPreset, truth);
  return [...compareHoldings("list", row, truth), ...enabled, ...preset];
}

/** Levels from the least to the most; realm admin is one of the critical ones. */
const levels = ["none", "low", "medium", "high", "critical", "realmAdmin"] as const;

/**
 * What a caller can do at least who is answered a call: it reads the secret of a client, changes a user or a
 * client, and so on. Roles are not asked, so that no table of roles can be wrong twice.
 */
const proofs: readonly (readonly [string, (typeof levels)[number]])[] = [
  ["GET /clients/{client}/client-secret", "critical"],
  ["PUT /users/{user}", "critical"],
  ["PUT /clients/{client}", "critical"],
  ["PUT /events/config", "critical"],
  ["POST /roles", "critical"],
  ["GET /events", "high"],
  ["GET /users/{user}", "medium"],
];

function powerContradiction(said: PowerStatement, truth: Truth): string | undefined {
  const { account, effective, isRealmAdmin, calls } = truth;
  if (said === "notKnown") return undefined;
  const isPowerless = account === "none" || effective.size === 0;
  if (isPowerless) return said === "none" ? undefined : "no admin role in effect";
  if (said === "none") return `in effect: ${line(effective)}`;
  if (isRealmAdmin !== (said === "realmAdmin")) {
    return `${isRealmAdmin ? "all" : "not all"} admin roles in effect: ${line(effective)}`;
  }
  const proof = proofs.find(
    ([id, level]) => calls.get(id) === "whole" && levels.indexOf(level) > levels.indexOf(said),
  );
  return proof === undefined ? undefined : `${proof[1]}, since ${proof[0]} is answered`;
}

const trueOf: Readonly<Record<Exclude<CallStatement, "notKnown">, CallTruth>> = {
  ...{ allowed: "whole", filtered: "part", denied: "refused" },
};

function compareCall(id: string, said: CallStatement, truth: CallTruth): Compared {
  const isTrue = said === "notKnown" || trueOf[said] === truth;
  return compared(`search: ${id}`, said, isTrue ? undefined : truth);
}
