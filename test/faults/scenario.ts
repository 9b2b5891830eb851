import type { GrantKey } from "../../src/access/model/grant.ts";
import type { Snapshot } from "../../src/access/model/snapshot.ts";
import { makePlan } from "../../src/access/plan/make-plan.ts";
import type { Attempt } from "../../src/access/plan/outcome.ts";
import type { Mode } from "../../src/access/plan/plan.ts";
import { presetStates } from "../../src/access/presets/preset-state.ts";
import type { ContainerKey, CuratedPresetId, Preset } from "../../src/catalog/presets/presets.ts";
import type { Subject } from "../../src/keycloak/change/read-now.ts";
import { readClientState } from "../../src/keycloak/client/read-client-state.ts";
import type { Arrangement } from "./scene.ts";

/** Something that a person does with presets, and exactly what it means. */
export interface Scenario {
  readonly name: string;
  readonly arrangement: Arrangement;
  readonly mode: Mode;
  readonly presets: readonly Preset[];
  readonly gives: readonly GrantKey[];
  readonly takes: readonly GrantKey[];
  readonly wasPublic?: boolean;
  /** Set where what is looked at is the undo of all that. */
  readonly isUndo?: boolean;
  readonly isMaster?: boolean;
  /** The requests that it sends where nothing goes wrong; those sent at once in any order. */
  readonly requests: readonly string[];
}

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

async function readSnapshot({ api, options }: Subject): Promise<Snapshot> {
  const state = await readClientState(api, options);
  if (state.kind !== "ready") throw new Error(`The client of a case is ${state.kind}.`);
  return state.snapshot;
}
