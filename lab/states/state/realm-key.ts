import type { State } from "./factors.ts";
import { storeOf } from "./own-preset.ts";

/**
 * What decides which realm a state is made in: clients of the same realm share its switches, its roles and its store of
 * presets.
 */
export function realmKeyOf(state: State): string {
  return `${state.realm} ${state.roles} ${storeOf(state)}`;
}
