import type { EndChange } from "../../src/access/ends/end-change.ts";
import type { GrantKey } from "../../src/access/model/grant.ts";
import { roleKey, type Snapshot } from "../../src/access/model/snapshot.ts";
import { makePlan } from "../../src/access/plan/make-plan.ts";
import type { Attempt } from "../../src/access/plan/outcome.ts";
import type { Mode } from "../../src/access/plan/plan.ts";
import { presetStates } from "../../src/access/presets/preset-state.ts";
import type { ContainerKey, CuratedPresetId, Preset } from "../../src/catalog/presets/presets.ts";
import type { Subject } from "../../src/keycloak/change/read-now.ts";
import { readClientState } from "../../src/keycloak/client/read-client-state.ts";
import type { EndIntent } from "./ends/judge-ends.ts";
import { momentIn } from "./ends/make-ends.ts";
import type { Arrangement, Scene } from "./scene.ts";

/** Something that a person does with presets, and exactly what it means. */
export interface Scenario {
  readonly name: string;
  readonly arrangement: Arrangement;
  readonly mode: Mode;
  readonly presets: readonly Preset[];
  readonly gives: readonly GrantKey[];
  readonly takes: readonly GrantKey[];
  readonly wasPublic?: boolean;
  /** When roles end, where that changes. */
  readonly ends?: EndIntent;
  /** Set where what is looked at is the undo of all that. */
  readonly isUndo?: boolean;
  readonly isMaster?: boolean;
  /** The requests that it sends where nothing goes wrong; those sent at once in any order. */
  readonly requests: readonly string[];
}

/** A scenario whose requests aren't named yet. */
export type Unplayed = Omit<Scenario, "requests">;

export const undoOf = (scenario: Unplayed): Unplayed => ({
  ...scenario,
  name: `undo of: ${scenario.name}`,
  isUndo: true,
});

/** A scenario with the requests that it sends. */
export const requested = (
  scenario: Unplayed,
  ...requests: readonly (readonly string[])[]
): Scenario => ({
  ...scenario,
  requests: requests.flat(),
});

/** A preset with roles made up for a scenario. */
export function presetOf(id: CuratedPresetId, container: ContainerKey, ...names: string[]): Preset {
  return { id, group: "users", roles: names.map((name) => ({ container, name })) };
}

/** Plans what a scenario does, as the panel does it. */
export async function planAttempt(
  { api, options }: Subject,
  { mode, presets }: Pick<Scenario, "mode" | "presets">,
): Promise<Attempt> {
  const before = await readSnapshot({ api, options });
  const states = presetStates(before, presets);
  const { change } = makePlan({ mode, presets }, before, states);
  return { change, before };
}

/** What a scenario makes of ends, as a plan has it. */
export function endChangeOf(
  { ends }: Pick<Scenario, "ends">,
  scene: Pick<Scene, "begunAt">,
): EndChange | undefined {
  if (ends === undefined) return undefined;
  const at = (days: number | undefined) =>
    new Map(
      ends.roles.map((name) => [
        roleKey({ container: "admin", name }),
        days === undefined ? undefined : momentIn(scene, days),
      ]),
    );
  return { before: at(ends.before), after: at(ends.after) };
}

async function readSnapshot({ api, options }: Subject): Promise<Snapshot> {
  const state = await readClientState(api, options);
  if (state.kind !== "ready") throw new Error(`The client of a case is ${state.kind}.`);
  return state.snapshot;
}
