import { isReached, type Outcome } from "../../../src/access/plan/outcome.ts";
import type { Facts } from "../facts.ts";
import type { Problem } from "../problem.ts";
import type { Scene } from "../scene.ts";
import { endFact } from "./facts-of-ends.ts";

/** When admin roles end before something is done and after it, in days from the case's beginning; undefined for never. */
export interface EndIntent {
  readonly roles: readonly string[];
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** Set where the roles are assigned or unassigned with it. */
  readonly comeWithRoles?: boolean;
}

/** The intent that leads back. */
export const reverseEnd = (ends: EndIntent): EndIntent => ({
  ...ends,
  ...{ before: ends.after, after: ends.before },
});

const daysOf = ({ before, after }: EndIntent) =>
  [before, after].filter((days) => days !== undefined);

/**
 * Whether an end may come or go while others are changed. A workflow may be made and not be scheduled yet, also for
 * roles that the replaced one had beside.
 */
export const mayChange = (scene: Scene, ends: EndIntent | undefined, fact: string): boolean =>
  ends !== undefined &&
  (fact.startsWith(`${scene.clientId}: unscheduled end `) ||
    ends.roles.some((role) => daysOf(ends).some((days) => fact === endFact(scene, role, days))));

/** Whether a role is assigned that is to end, and doesn't: at no time may it be. */
export function judgeEndless(
  scene: Scene,
  ends: EndIntent | undefined,
  { held, roleIds }: Facts,
): readonly Problem[] {
  if (ends === undefined) return [];
  const { roles, before, after, comeWithRoles } = ends;
  const isAssigned = (role: string) =>
    held.has(`${scene.clientId}: mapping ${roleIds.get(`admin:${role}`)}`);
  const endsAny = (role: string) =>
    daysOf(ends).some((days) => held.has(endFact(scene, role, days)));
  // Where both are set, the end is moved; where one is, the role itself comes or goes with it.
  const isMoved = before !== undefined && after !== undefined;
  const endless = roles.filter((role) => isAssigned(role) && !endsAny(role));
  return isMoved || comeWithRoles === true
    ? endless.map((role) => ({ verdict: "lost", text: `${role} is assigned and doesn't end` }))
    : [];
}

/** What isn't as it is to be in the end. */
function wrongEnds(
  scene: Scene,
  { roles, before, after }: EndIntent,
  { held }: Facts,
): readonly string[] {
  const has = (role: string, days: number) => held.has(endFact(scene, role, days));
  return [
    ...roles
      .filter((role) => after !== undefined && !has(role, after))
      .map((role) => `${role} doesn't end in ${after} days`),
    ...roles
      .filter((role) => before !== undefined && has(role, before))
      .map((role) => `${role} ends in ${before} days`),
    ...[...held].filter((fact) => fact.startsWith(`${scene.clientId}: unscheduled end `)),
  ];
}

/** Whether a report says that ends are as wanted, and they aren't. */
export function judgeEndsReport(
  scene: Scene,
  outcome: Outcome,
  ends: EndIntent | undefined,
  moments: readonly Facts[],
): readonly Problem[] {
  if (ends === undefined || !isReached(outcome)) return [];
  const wrong = moments.map((facts) => wrongEnds(scene, ends, facts));
  const [first = []] = wrong;
  return wrong.some(({ length }) => length === 0)
    ? []
    : first.map((text) => ({ verdict: "falseReport", text: `is said to be done, and ${text}` }));
}

/** Holds the end of a case against the ends that were meant. */
export function judgeEndsReached(
  scene: Scene,
  outcome: Outcome,
  ends: EndIntent | undefined,
  facts: Facts,
): readonly Problem[] {
  if (ends === undefined) return [];
  const open = outcome.areEndsOpen === true ? [`ends are said to be open: ${outcome.thrown}`] : [];
  return [...wrongEnds(scene, ends, facts), ...open].map((text) => ({
    ...{ verdict: "notRecovered", text },
  }));
}
