import { inspect } from "node:util";
import { type GrantKey, grantKey } from "../../src/access/model/grant.ts";
import type { Outcome } from "../../src/access/plan/outcome.ts";
import {
  type EndIntent,
  judgeEndless,
  judgeEndsReport,
  mayChange,
  reverseEnd,
} from "./ends/judge-ends.ts";
import { type Facts, factOf } from "./facts.ts";
import type { Problem } from "./problem.ts";
import type { Scene } from "./scene.ts";

/** What is given and what is taken, each by its key. */
export interface Intent {
  readonly gives: readonly GrantKey[];
  readonly takes: readonly GrantKey[];
  /** Whether the client was public: it is made public again, and its account can't sign in any more. */
  readonly wasPublic?: boolean;
  readonly ends?: EndIntent;
}

/** The intent that leads back; the service accounts of a client that was confidential are never switched off. */
export function reverse({ gives, takes, wasPublic = false, ends }: Intent): Intent {
  return {
    ...{ gives: takes, takes: gives.filter((key) => key !== "account" || wasPublic), wasPublic },
    ...(ends === undefined ? {} : { ends: reverseEnd(ends) }),
  };
}

/** A stretch of time in which nobody but the product changed anything. */
export interface Stretch {
  readonly from: Facts;
  readonly to: Facts;
}

/** What Keycloak itself changes where service accounts are switched on. */
const accountSettings =
  /: (account|secret |setting (publicClient|serviceAccountsEnabled|attributes) |default service_account$|mapping )/;

/** Holds what was changed in a stretch against what was to be changed: nothing else may be. */
export function judgeStretch(scene: Scene, { from, to }: Stretch, intent: Intent): Problem[] {
  const factsOf = (keys: readonly GrantKey[]) =>
    new Set(keys.flatMap((key) => [from, to].map((facts) => factOf(key, scene, facts))));
  const optional = [...intent.gives, ...intent.takes]
    .filter((key) => key.startsWith("clientScope:"))
    .map((key) => `${scene.clientId}: optional ${key.slice("clientScope:".length)}`);
  const mayAdd = factsOf(intent.gives);
  const mayRemove = new Set([...factsOf(intent.takes), ...factsByFirstId(scene, intent.takes)]);
  const wasOn = from.held.has(`${scene.clientId}: account`);
  const isOfAccount = (fact: string) =>
    (intent.gives.includes("account") && !wasOn && comesWithAccount(scene, fact, to)) ||
    (intent.takes.includes("account") && wasOn && comesWithAccount(scene, fact, from));
  const isFree = (fact: string) =>
    optional.includes(fact) || isOfAccount(fact) || mayChange(scene, intent.ends, fact);
  const added = [...to.held].filter((it) => !from.held.has(it) && !mayAdd.has(it) && !isFree(it));
  const lost = [...from.held].filter((it) => !to.held.has(it) && !mayRemove.has(it) && !isFree(it));
  return [
    ...added.map((fact) => ({ verdict: "added" as const, text: `added: ${fact}` })),
    ...lost.map((fact) => ({ verdict: "lost" as const, text: `lost: ${fact}` })),
    ...judgeEndless(scene, intent.ends, to),
  ];
}

/** The facts of roles by the ids they had at first: those of renamed ones are still the same. */
function factsByFirstId(scene: Scene, keys: readonly GrantKey[]): readonly string[] {
  return keys.map((key) => {
    const [place, , ...name] = key.split(":");
    return `${scene.clientId}: ${place} ${scene.adminRoleIds.get(name.join(":"))}`;
  });
}

/** A new account is given the realm's default roles, and no admin role. */
function comesWithAccount(scene: Scene, fact: string, { roleIds }: Facts): boolean {
  const adminRole = [...roleIds.entries()].find(
    ([name, id]) => fact === `${scene.clientId}: mapping ${id}` && !name.includes("default-roles"),
  );
  return (
    fact.startsWith(`${scene.clientId}: `) && accountSettings.test(fact) && adminRole === undefined
  );
}

/**
 * Holds the end of an undo against what the product had given before: none of it may be left, whatever
 * it is called by now.
 */
export function judgeUndone(scene: Scene, given: readonly Stretch[], end: Facts): Problem[] {
  const added = given.flatMap(({ from, to }) =>
    [...to.held].filter((it) => !from.held.has(it) && !comesWithAccount(scene, it, to)),
  );
  return added
    .filter((fact) => end.held.has(fact) && !/: (optional|default) /.test(fact))
    .map((fact) => ({ verdict: "notRecovered", text: `left after Undo: ${fact}` }));
}

/**
 * Holds a report line by line against what the server held.
 *
 * @param moments what the server held at each time at which the report may have been read
 * @param mayBeUnknown whether the server could not be asked
 */
export function judgeReport(
  scene: Scene,
  outcome: Outcome,
  intent: Intent,
  moments: readonly Facts[],
  mayBeUnknown: boolean,
): Problem[] {
  const lines = new Map(outcome.lines.map((line) => [grantKey(line.grant), line]));
  const problems: string[] = [];
  const wanted = [...intent.gives, ...intent.takes];
  for (const key of wanted) {
    const line = lines.get(key);
    if (line === undefined) {
      problems.push(`the report has no line for ${key}`);
      continue;
    }
    if (line.isWanted !== intent.gives.includes(key)) problems.push(`${key} is wanted wrongly`);
    const held = moments.map((facts) =>
      intent.gives.includes(key) ? isHeld(scene, key, facts) : isLeft(scene, key, facts),
    );
    if (line.isHeld === undefined) {
      if (!mayBeUnknown) problems.push(`${key} is said to be unknown while the server answers`);
    } else if (!held.includes(line.isHeld)) {
      problems.push(`${key} is said to be ${line.isHeld ? "held" : "not held"}, and is not so`);
    }
  }
  const others = [...lines.keys()].filter((key) => !wanted.includes(key));
  problems.push(...others.map((key) => `the report has a line for ${key}`));
  return [
    ...problems.map((text) => ({ verdict: "falseReport" as const, text })),
    ...judgeEndsReport(scene, outcome, intent.ends, moments),
  ];
}

/** Whether the server holds a grant. */
function isHeld(scene: Scene, key: GrantKey, facts: Facts): boolean {
  const fact = factOf(key, scene, facts);
  return fact !== undefined && facts.held.has(fact);
}

/** Whether what is to be taken is still there: that very role, or what has its name by now. */
function isLeft(scene: Scene, key: GrantKey, facts: Facts): boolean {
  const [first] = factsByFirstId(scene, [key]);
  return isHeld(scene, key, facts) || (first !== undefined && facts.held.has(first));
}

/** Holds the end of a case against what was meant: all of it that still can be. */
export function judgeEnd(scene: Scene, intent: Intent, facts: Facts): Problem[] {
  const clientIsThere = facts.held.has(`${scene.clientId}: setting id "${scene.clientUuid}"`);
  const accountIsThere = facts.held.has(`${scene.clientId}: account`);
  const isPossible = (key: GrantKey) => {
    if (!clientIsThere) return false;
    if (key.startsWith("mapping:") && !accountIsThere) return false;
    if (key.startsWith("clientScope:")) {
      return facts.clientScopes.has(key.slice("clientScope:".length));
    }
    return key === "account" || factOf(key, scene, facts) !== undefined;
  };
  const missing = intent.gives.filter((key) => isPossible(key) && !isHeld(scene, key, facts));
  const left = intent.takes.filter((key) => isLeft(scene, key, facts));
  return [
    ...missing.map((key) => ({ verdict: "notRecovered" as const, text: `${key} is not given` })),
    ...left.map((key) => ({ verdict: "notRecovered" as const, text: `${key} is not taken` })),
  ];
}

/** Looks for an access token in all that an outcome holds, down to the causes of its errors. */
export function judgeSecrecy(outcome: Outcome): Problem[] {
  const { thrown, ...rest } = outcome;
  const text = inspect([inspect(thrown, { depth: 12, showHidden: true }), rest], { depth: 12 });
  const isLeaked = /eyJ[\w-]{10,}\.|Bearer /.test(text);
  return isLeaked ? [{ verdict: "leak", text: "the outcome holds a token" }] : [];
}
