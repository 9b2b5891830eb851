import type { Outcome } from "../../src/access/plan/outcome.ts";
import { carryOut, resume } from "../../src/keycloak/change/carry-out.ts";
import { type Deed, sharedArrangement } from "./administrators.ts";
import { type Facts, readFacts } from "./facts.ts";
import type { FaultsRealm } from "./faults-realm.ts";
import { openGate } from "./gate.ts";
import { judgeEnd, judgeReport, judgeStretch, reverse } from "./judge.ts";
import type { Way } from "./play.ts";
import type { Problem } from "./problem.ts";
import { planAttempt } from "./scenario.ts";
import { makeScene, subjectOf } from "./scene.ts";
import { Turns, type Who } from "./turns.ts";

/**
 * Lets two administrators change one client, their requests in a given order, both after they looked at
 * the same state; then the first one goes on or takes it back.
 */
export async function playTwo(
  realm: FaultsRealm,
  deeds: Readonly<Record<Who, Deed>>,
  order: readonly Who[],
  way: Way,
): Promise<readonly Problem[]> {
  await using scene = await makeScene(realm, sharedArrangement);
  const direct = subjectOf(scene, realm.server.apiUrl);
  const attempts = {
    first: await planAttempt(direct, deeds.first),
    second: await planAttempt(direct, deeds.second),
  };
  const problems: Problem[] = [];
  /** What held at the beginning and after each write. */
  const moments: Facts[] = [await readFacts(scene)];
  const lastWrite = { first: 0, second: 0 };
  const turns = new Turns(order);

  const run = async (who: Who): Promise<Outcome> => {
    await using gate = await openGate(realm.server.apiUrl, async ({ method, pass }) => {
      await turns.take(who);
      try {
        await pass();
        if (method === "GET") return;
        const from = moments.at(-1);
        const to = await readFacts(scene);
        if (from !== undefined) problems.push(...judgeStretch(scene, { from, to }, deeds[who]));
        moments.push(to);
        lastWrite[who] = moments.length - 1;
      } finally {
        turns.release();
      }
    });
    const attempt = attempts[who];
    const outcome = await carryOut(
      subjectOf(scene, gate.address),
      attempt,
      "forward",
      attempt.before,
    );
    turns.end(who);
    return outcome;
  };

  const [first, second] = await Promise.all([run("first"), run("second")]);
  problems.push(
    ...judgeReport(scene, first, deeds.first, moments.slice(lastWrite.first), false),
    ...judgeReport(scene, second, deeds.second, moments.slice(lastWrite.second), false),
  );
  const from = await readFacts(scene);
  const intent = way === "continue" ? deeds.first : reverse(deeds.first);
  const last = await resume(direct, first, way === "continue" ? "forward" : "back");
  const end = await readFacts(scene);
  problems.push(
    ...judgeStretch(scene, { from, to: end }, intent),
    ...judgeReport(scene, last, intent, [end], false),
    ...judgeEnd(scene, intent, end),
  );
  return problems;
}
