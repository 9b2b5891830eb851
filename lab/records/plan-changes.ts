import type { Mode } from "../../src/access/plan/plan.ts";
import { presets } from "../../src/catalog/presets/presets.ts";
import type { Chance } from "../full-scope/make-realm.ts";

/** The clients that changes are made to: what their access depends on differs. */
export const clients = [
  { clientId: "usual", serviceAccountsEnabled: true },
  { clientId: "limited", serviceAccountsEnabled: true, fullScopeAllowed: false },
  { clientId: "public", publicClient: true, fullScopeAllowed: false },
] as const;

/** A change that is to be made, or that the last one of a client is to be taken back. */
export type PlannedChange =
  | { readonly place: number; readonly kind: "undo" }
  | {
      readonly place: number;
      readonly kind: Mode;
      readonly presetIds: readonly string[];
    };

const modes: readonly Mode[] = ["add", "add", "exact", "remove"];

/** Presets whose roles every realm has. */
const usable = presets
  .filter(({ id }) => !id.includes("realm-creation") && !id.includes("organization"))
  .map(({ id }) => id);

function oneOf<Item>(items: readonly Item[], chance: Chance): Item {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new Error("There is nothing to choose from.");
  return item;
}

/** Chooses a change by chance: of any client, in any mode, with one or two presets. */
export function planChange(chance: Chance): PlannedChange {
  const place = Math.floor(chance() * clients.length);
  if (chance() < 0.3) return { place, kind: "undo" };
  const first = oneOf(usable, chance);
  const presetIds = chance() < 0.4 ? [first, oneOf(usable, chance)] : [first];
  return { place, kind: oneOf(modes, chance), presetIds };
}
