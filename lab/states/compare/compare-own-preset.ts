import type {
  ListedPresetStatement,
  OwnPresetPlan,
  OwnPresetStatement,
  OwnPresetStatus,
} from "../statements.ts";
import type { OwnPresetTruth, PresetRoleTruth, Truth } from "../truth.ts";
import type { Compared } from "./compared.ts";

type StoredPreset = NonNullable<OwnPresetTruth["preset"]>;

const line = (names: readonly string[]) => [...names].sort().join(" ");

const lineBut = (names: readonly string[], open: readonly string[]) =>
  line(names.filter((name) => !open.includes(name)));

const namesOf = (
  roles: readonly PresetRoleTruth[],
  fits: (role: PresetRoleTruth) => boolean = () => true,
) => line(roles.filter(fits).map(({ name }) => name));

/** A statement, and what is true where that is something else. */
const compared = (about: string, said: string, truth: string): Compared => ({
  ...{ about, said, isKnown: said !== "notKnown" },
  truth: said === "notKnown" || said === truth ? undefined : truth,
});

const isOn = ({ client }: Truth) =>
  client.serviceAccountsEnabled && !client.publicClient && !client.bearerOnly;

/** The roles as far as an account has them that was there before anybody looked. */
function rolesOf({ roles }: StoredPreset, { account }: Truth): readonly PresetRoleTruth[] {
  if (account === "exists") return roles;
  const none = { isMapped: false, isInEffect: false, isReduced: false };
  return roles.map((role) => ({ ...role, ...none }));
}

const isLacking = ({ isInEffect }: PresetRoleTruth) => !isInEffect;

/**
 * What changed since the revision that the client says it got; undefined where nothing is left to do by that.
 *
 * @param hidden roles that the administrator can't see, so that nothing is said of them
 */
function earlierOf(preset: StoredPreset, truth: Truth, hidden: readonly string[] = []) {
  const { earlier } = preset;
  if (earlier === undefined) return undefined;
  const roles = rolesOf(preset, truth);
  const isAmong = (some: readonly PresetRoleTruth[], name: string) =>
    some.some((role) => role.name === name);
  const isAdded = ({ name }: PresetRoleTruth) => !isAmong(earlier.roles, name);
  const lacking = namesOf(roles, (role) => isLacking(role) && isAdded(role));
  const left = namesOf(
    earlier.roles,
    ({ name, isMapped }) => isMapped && !isAmong(roles, name) && !hidden.includes(name),
  );
  return lacking === "" && left === "" ? undefined : { since: earlier.revision, lacking, left };
}

/** Compares what the tab says of a preset of the realm with what is true. */
export function compareOwnPreset(
  { store, preset: said }: OwnPresetStatement,
  truth: Truth,
): readonly Compared[] {
  const { ownPreset } = truth;
  const textOf = (of: OwnPresetStatement["store"]) => (typeof of === "string" ? of : line(of));
  const preset = ownPreset.preset;
  const ofRealm = [
    compared("own preset: presets of the realm", textOf(store), textOf(ownPreset.store)),
    compared(
      "own preset: offered",
      store === "notKnown" ? "notKnown" : said === undefined ? "no" : "yes",
      preset === undefined ? "no" : "yes",
    ),
  ];
  if (said === undefined || preset === undefined) return ofRealm;
  const status: Compared = {
    ...{ about: "own preset: status", said: describe(said.status) },
    isKnown: said.status.kind !== "notKnown",
    truth: contradiction(said.status, preset, truth, said.hidden),
  };
  // Of an account that can't be seen nothing more is said.
  if (!status.isKnown) return [...ofRealm, status];
  return [
    ...ofRealm,
    status,
    compared(
      "own preset: earlier revision",
      describeEarlier(earlierSaid(said)),
      describeEarlier(earlierOf(preset, truth, said.hidden)),
    ),
    ...comparePlan(said.plan, preset, said.hidden),
  ];
}

/** What is said of an earlier revision, but for roles that the administrator may or may not see. */
function earlierSaid({ earlier, hidden }: NonNullable<OwnPresetStatement["preset"]>) {
  if (earlier === undefined) return undefined;
  const lacking = line(earlier.lacking);
  const left = lineBut(earlier.left, hidden);
  return lacking === "" && left === "" ? undefined : { since: earlier.since, lacking, left };
}

const describe = (status: OwnPresetStatus): string => {
  if ("roles" in status) return `${status.kind}: ${line(status.roles)}`;
  return status.kind === "missing" ? `missing ${status.count}, held ${status.held}` : status.kind;
};

const describeEarlier = (earlier: ReturnType<typeof earlierOf>) =>
  earlier === undefined
    ? "none"
    : `since revision ${earlier.since}, lacking: ${earlier.lacking}, left: ${earlier.left}`;

/** What is true where a status isn't. Several may be true at once: of these the tab shows one. */
function contradiction(
  status: OwnPresetStatus,
  preset: StoredPreset,
  truth: Truth,
  hidden: readonly string[],
): string | undefined {
  const roles = rolesOf(preset, truth);
  const { assigned } = preset.tried;
  const gone = namesOf(roles, ({ exists }) => !exists);
  const lacking = namesOf(roles, isLacking);
  const refused = namesOf(roles, (role) => isLacking(role) && !assigned.includes(role.name));
  const outOfScope = namesOf(roles, ({ isInScope }) => !isInScope);
  const reduced = namesOf(roles, ({ isReduced }) => isReduced);
  const given = (isSo: boolean, text: string) => (isSo ? text : undefined);
  const unlessHeld = given(lacking !== "", `not in effect: ${lacking}`);
  const unlessWorking =
    unlessHeld ??
    given(!isOn(truth), "the client has no use of its account") ??
    given(outOfScope !== "", `not in scope: ${outOfScope}`) ??
    given(reduced !== "", `reduced: ${reduced}`);
  const left = earlierOf(preset, truth)?.left ?? "";
  const leftInSight = earlierOf(preset, truth, hidden)?.left ?? "";
  switch (status.kind) {
    case "notKnown":
      return undefined;
    case "unavailable":
      return given(line(status.roles) !== gone, `not on the server: ${gone}`);
    case "missing": {
      const { length } = roles.filter(isLacking);
      const isSo = status.count === length && status.held === roles.length - length;
      return (
        given(!isSo || lacking === "", `not in effect: ${lacking}`) ??
        given(refused !== "", `refused: ${refused}`)
      );
    }
    case "notGrantable":
      return given(line(status.roles) !== refused, `refused: ${refused}`);
    case "accountOff":
      return unlessHeld ?? given(isOn(truth), "the client may use its account");
    case "outOfScope": {
      const told = namesOf(
        roles,
        ({ isInScope, name }) => !isInScope && !status.open.includes(name),
      );
      return unlessHeld ?? given(line(status.roles) !== told, `not in scope: ${outOfScope}`);
    }
    case "reduced":
      return unlessHeld ?? given(line(status.roles) !== reduced, `reduced: ${reduced}`);
    case "applied":
      return (
        unlessWorking ?? given(leftInSight !== "", `left of an earlier revision: ${leftInSight}`)
      );
    case "includedIn":
      return unlessWorking;
    case "changed":
      return unlessWorking ?? given(left === "", "nothing is left of an earlier revision");
  }
}

/** Compares what a plan names with what the server let the administrator do. */
function comparePlan(
  plan: OwnPresetPlan | undefined,
  { tried }: StoredPreset,
  hidden: readonly string[],
): readonly Compared[] {
  const about = "own preset: plan";
  if (plan === undefined) return [];
  const account = compared(`${about} for the account`, plan.account, tried.account);
  // To what isn't there nothing is assigned, whatever the plan names.
  if (!tried.hasAccount) return [account];
  return [
    account,
    compared(`${about} assigns`, line(plan.assigns), line(tried.assigned)),
    compared(
      `${about} unassigns`,
      lineBut(plan.unassigns, hidden),
      lineBut(tried.unassigned, hidden),
    ),
  ];
}

/** Compares what the list says of a preset of the realm with what is true. */
export function compareListedPreset(
  { held, isOutdated }: ListedPresetStatement,
  truth: Truth,
): readonly Compared[] {
  const { preset } = truth.ownPreset;
  const isHeld = preset !== undefined && !rolesOf(preset, truth).some(isLacking);
  const isTrulyOutdated = preset !== undefined && earlierOf(preset, truth) !== undefined;
  return [
    compared("list: own preset", held, isHeld ? "held" : "notHeld"),
    ...(isOutdated === undefined
      ? []
      : [compared("list: own preset outdated", String(isOutdated), String(isTrulyOutdated))]),
  ];
}
