import {
  type Attempt,
  type Direction,
  isReached,
  type Outcome,
} from "../../src/access/plan/outcome.ts";
import { carryOut, resume } from "../../src/keycloak/change/carry-out.ts";
import type { Subject } from "../../src/keycloak/change/read-now.ts";
import { carryOutWithEnds } from "../../src/keycloak/ends/carry-out-with-ends.ts";
import { judgeEndsReached } from "./ends/judge-ends.ts";
import { type Facts, readFacts } from "./facts.ts";
import type { FaultsRealm } from "./faults-realm.ts";
import { openGate } from "./gate.ts";
import { Interrupter, type Interruption } from "./interruption.ts";
import {
  type Intent,
  judgeEnd,
  judgeReport,
  judgeSecrecy,
  judgeStretch,
  judgeUndone,
  reverse,
  type Stretch,
} from "./judge.ts";
import type { Move } from "./move.ts";
import type { Problem } from "./problem.ts";
import { endChangeOf, planAttempt, type Scenario } from "./scenario.ts";
import { makeScene, type Scene, subjectOf } from "./scene.ts";

/** What a person does after it stopped; `undo and continue` is one after the other. */
export type Way = "continue" | "undo" | "undo and continue";

/** What a run came to. */
export interface Played {
  readonly problems: readonly Problem[];
  /** The requests of the scenario itself. */
  readonly requests: readonly string[];
}

const opposite = { forward: "back", back: "forward" } as const satisfies Record<
  Direction,
  Direction
>;

/**
 * Plays a scenario through a gate, interrupts it at one request, then goes on or takes it back, and
 * holds each stretch against what the server itself says before and after it.
 */
export async function play(
  realm: FaultsRealm,
  scenario: Scenario,
  interruption: Interruption | undefined,
  way: Way,
): Promise<Played> {
  await using scene = await makeScene(realm, scenario.arrangement);
  const begin = await startOf(scene, scenario);
  const { intent } = begin;
  const problems: Problem[] = [...begin.problems];
  let current = await readFacts(scene);
  const stretches: Stretch[] = [];
  const closeStretch = async (meant: Intent) => {
    const to = await readFacts(scene);
    problems.push(...judgeStretch(scene, { from: current, to }, meant));
    stretches.push({ from: current, to });
    current = to;
    return to;
  };

  const moments: Facts[] = [];
  const moveNow = async (move: Move) => {
    moments.push(await closeStretch(intent));
    await move.run(scene);
    current = await readFacts(scene);
  };
  const interrupter = new Interrupter(scene, scenario, interruption, moveNow);
  await using gate = await openGate(realm.server.apiUrl, (request) => interrupter.watch(request));
  const subject = subjectOf(scene, gate.address);

  const outcome = await begin.act(subject);
  const requests = [...interrupter.seen];
  if (interruption !== undefined && !interrupter.isStruck) {
    problems.push({ verdict: "broken", text: `was not sent; sent was ${requests.join(", ")}` });
  }
  const then = await closeStretch(intent);
  // What moves after the last write may be read before or after it moved.
  const seen = interrupter.hasWrittenSince ? [then] : [...moments, then];
  const isLasting = (interruption?.fault?.lasts ?? "once") !== "once";
  problems.push(...judgeReport(scene, outcome, intent, seen, isLasting));
  problems.push(...judgeSecrecy(outcome));

  const given = [...stretches];
  interrupter.heal();
  const steps = way === "undo and continue" ? (["undo", "continue"] as const) : [way];
  for (const step of steps) {
    const isOn = step === "continue";
    const direction = isOn ? outcome.direction : opposite[outcome.direction];
    const meant = isOn ? intent : reverse(intent);
    const last = await withEnds(subject, outcome.attempt, direction, () =>
      resume(subject, outcome, direction),
    );
    const end = await closeStretch(meant);
    problems.push(...judgeReport(scene, last, meant, [end], false));
    problems.push(...judgeSecrecy(last), ...judgeEnd(scene, meant, end));
    problems.push(...judgeEndsReached(scene, last, meant.ends, end));
    if (!isOn) problems.push(...judgeUndone(scene, given, end));
  }
  if (interruption === undefined && !isReached(outcome)) {
    problems.push({ verdict: "broken", text: "without a fault it does not reach its goal" });
  }
  return { problems, requests };
}

/** Carries out a change as the tab does: with what sets ends where it changes them. */
const withEnds = (
  subject: Subject,
  { ends, ...attempt }: Attempt,
  direction: Direction,
  act: () => Promise<Outcome>,
): Promise<Outcome> =>
  ends === undefined ? act() : carryOutWithEnds(subject, { ...attempt, ends }, direction, act);

/** Brings a scene to where the scenario begins: the undo of something begins where that has ended. */
async function startOf(
  scene: Scene,
  scenario: Scenario,
): Promise<{
  readonly intent: Intent;
  readonly problems: readonly Problem[];
  readonly act: (subject: Subject) => Promise<Outcome>;
}> {
  const direct = subjectOf(scene, scene.server.apiUrl);
  const planned = await planAttempt(direct, scenario);
  const attempt = { ...planned, ends: endChangeOf(scenario, scene) };
  const act = (subject: Subject) =>
    withEnds(subject, attempt, "forward", () =>
      carryOut(subject, attempt, "forward", attempt.before),
    );
  if (scenario.isUndo !== true) {
    return { intent: scenario, problems: [], act };
  }
  const done = await act(direct);
  const after = await readFacts(scene);
  return {
    intent: reverse(scenario),
    problems: judgeReport(scene, done, scenario, [after], false),
    act: (subject) => withEnds(subject, attempt, "back", () => resume(subject, done, "back")),
  };
}
