import { factors, type State } from "./factors.ts";
import { type StoreKind, storeOf } from "./own-preset.ts";

/** Which of the realms with the same switches have which store, by the place of their roles. */
const hasStore: Readonly<Record<StoreKind, (place: number) => boolean>> = {
  none: (place) => place % 2 === 0,
  ours: (place) => place % 2 === 1,
  notOurs: (place) => place % factors.roles.length === 0,
};

/**
 * A state in a realm with other roles, where no realm is made with its switches, its roles and its store of presets: a
 * realm takes seconds to make, and its list says little of few clients. Each two of the three go together in some realm;
 * the seed decides in which.
 */
export function fitToRealm(state: State, seed: number): State {
  const { roles } = factors;
  const first = roles.indexOf(state.roles);
  const places = roles.map((_, place) => (first + place) % roles.length);
  const before = factors.realm.indexOf(state.realm) + seed;
  const fitting = places.find((place) => hasStore[storeOf(state)](place + before)) ?? first;
  return { ...state, roles: roles[fitting] ?? state.roles };
}
