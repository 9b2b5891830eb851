import type { Attempt } from "./attempt.ts";
import type { Outcome } from "./escalations-file.ts";
import { makeScene } from "./make-scene.ts";
import { giveRealmAdmin } from "./prove-realm-admin.ts";
import { Inapplicable, Refusal } from "./refusal.ts";

/** What came of an attempt, and why. Without an outcome the server has nothing to try it on. */
export interface AttemptResult {
  readonly outcome: Outcome | undefined;
  readonly reason: string;
}

/** Tries an attempt in a realm of its own. */
export async function runAttempt(
  baseUrl: string,
  newAdminToken: () => Promise<string>,
  attempt: Attempt,
): Promise<AttemptResult> {
  try {
    const scene = await makeScene(baseUrl, newAdminToken, attempt);
    if (!attempt.roles.includes("realm-admin")) await assertNoRealmAdmin(scene);
    await attempt.attack(scene);
    if ((attempt.harm === "realmAdmin") !== scene.shown.has("realmAdmin")) {
      throw new Error(`The attempt says ${attempt.harm}, and the server has shown something else.`);
    }
    return { outcome: "succeeded", reason: "" };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof Refusal) return { outcome: "refused", reason };
    if (error instanceof Inapplicable) return { outcome: undefined, reason };
    return { outcome: "unknown", reason };
  }
}

/** Else a success would show nothing. */
async function assertNoRealmAdmin(scene: Awaited<ReturnType<typeof makeScene>>): Promise<void> {
  try {
    await giveRealmAdmin(scene, scene.attacker.caller.token);
  } catch (error) {
    if (error instanceof Refusal) return;
    throw error;
  }
  throw new Error("The attacker is a realm administrator before it does anything.");
}
