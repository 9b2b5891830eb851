import { nameGranted } from "../context/name-role.ts";
import "../context/asked-texts.ts";
import type { Change, Grant } from "../../access/model/grant.ts";
import type { Outcome } from "../../access/plan/outcome.ts";
import type { Goal } from "../../access/plan/plan.ts";
import { presetStates } from "../../access/presets/preset-state.ts";
import type { Translate } from "../../texts/translate.ts";
import { joinNames } from "../context/use-translate.ts";
import { namePresets } from "./name-presets.ts";

const namesIn = (grants: readonly Grant[]) =>
  [...new Set(grants.map(nameGranted))].filter((name) => name !== "");

/** A change that came to its end, in one line. */
export function nameDone(t: Translate, goal: Goal, outcome: Outcome): string {
  const done = nameChange(t, goal, outcome);
  return outcome.areMarkersOpen === true ? `${done}. ${t("done.notMarked")}` : done;
}

function nameChange(t: Translate, goal: Goal, outcome: Outcome): string {
  const { add, remove } = outcome.attempt.change;
  if (add.length + remove.length === 0) return t("done.ends");
  if (outcome.direction === "back") {
    const isAccountKept = add.some(({ place }) => place === "account");
    const key = isAccountKept ? "undoneButAccount" : add.length > 0 ? "undone" : "redone";
    return t(`done.${key}`, { roles: joinNames(namesIn([...add, ...remove])) });
  }
  const preset = namePresets(t, goal);
  if (goal.mode === "exact" && goal.presets.length === 0) {
    return t("done.exactNothing", { count: namesIn(remove).length });
  }
  if (goal.mode === "exact")
    return t("done.exact", { preset, changed: countRoles(t, add, remove) });
  if (goal.presets.length === 0) return nameSettings(t, outcome.attempt.change);
  if (goal.mode === "remove") {
    return t("done.remove", { preset, roles: joinNames(namesIn(remove)) });
  }
  return t(`done.${addedIn(goal, outcome)}`, { preset, roles: joinNames(namesIn(add)) });
}

function countRoles(t: Translate, add: readonly Grant[], remove: readonly Grant[]): string {
  const [added, removed] = [namesIn(add).length, namesIn(remove).length];
  return [
    ...(added === 0 ? [] : [t("done.rolesAdded", { count: added })]),
    ...(removed === 0 ? [] : [t("done.rolesRemoved", { count: removed })]),
  ].join(", ");
}

/** What was changed of the client beside role mappings. */
function nameSettings(t: Translate, { add, remove }: Change): string {
  const scopes = add.filter(({ place }) => place === "scope");
  return [
    ...(remove.length === 0 ? [] : [t("done.rolesRemoved", { count: remove.length })]),
    ...(add.some(({ place }) => place === "account") ? [t("done.accountEnabled")] : []),
    ...(scopes.length === 0 ? [] : [t("done.scopeAdded", { count: scopes.length })]),
    ...add
      .filter(({ place }) => place === "clientScope")
      .map((grant) => t("done.clientScopeAdded", { name: nameGranted(grant) })),
  ].join(", ");
}

/** Whether calls are allowed once presets are applied. */
function addedIn({ presets }: Goal, { state }: Outcome) {
  const states = state?.kind === "ready" ? presetStates(state.snapshot) : [];
  const kinds = new Set(
    states
      .filter(({ preset }) => presets.some(({ id }) => id === preset.id))
      .map(({ status }) => status.kind),
  );
  if (kinds.has("outOfScope") || kinds.has("lacksClientScope")) return "addOutOfScope";
  return kinds.has("scopeNotKnown") ? "addScopeNotKnown" : "add";
}
