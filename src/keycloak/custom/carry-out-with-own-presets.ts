import { realmPresetOf } from "../../access/custom/realm-presets.ts";
import {
  type MarkedChange,
  markersAfter,
  markersBefore,
  withMarkers,
} from "../../access/custom/wanted-markers.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import {
  type Attempt,
  type Direction,
  isReached,
  type Outcome,
} from "../../access/plan/outcome.ts";
import type { Goal } from "../../access/plan/plan.ts";
import { hasAllRoles, presetStates } from "../../access/presets/preset-state.ts";
import type { RealmPreset } from "../../catalog/presets/presets.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError } from "../api/admin-api-error.ts";
import { reviewUnsent } from "../change/carry-out.ts";
import type { Subject } from "../change/read-now.ts";
import { writeAttributes } from "../change/write-attributes.ts";
import { presetPlaceOf } from "./preset-place.ts";
import { readStore } from "./read-store.ts";

/** What decides what a preset gives, to be compared. */
const contentOf = ({ roles, custom }: RealmPreset) =>
  JSON.stringify([custom.name, custom.revision, roles]);

/** Whether a preset of the realm is in the store as it was when it was shown. */
async function areAsShown(
  api: AdminApi,
  presets: readonly RealmPreset[],
  before: Snapshot,
): Promise<boolean> {
  const store = await readStore(api, true);
  const documents = store.kind === "found" ? store.presets : [];
  const place = {
    ...presetPlaceOf(api, before.adminClient.clientId),
    visible: before.custom?.visible ?? String,
  };
  const stored = new Map(
    documents.map((document) => {
      const preset = realmPresetOf(document, place);
      return [preset.id, contentOf(preset)];
    }),
  );
  return presets.every((preset) => stored.get(preset.id) === contentOf(preset));
}

/** The presets of the realm that a change gives, and those that the client no longer holds by it. */
function markedBy({ mode, presets }: Goal, { state, attempt }: Outcome): MarkedChange {
  if (mode === "remove") return { given: [], ended: presets };
  if (state?.kind !== "ready") return { given: presets, ended: [] };
  const held = new Set(
    presetStates(state.snapshot)
      .filter(hasAllRoles)
      .map(({ preset }) => preset.id),
  );
  const ended = presetStates(attempt.before)
    .filter((it) => hasAllRoles(it) && !held.has(it.preset.id))
    .map(({ preset }) => preset);
  return { given: presets, ended };
}

/**
 * Carries out a change in a realm that has presets of its own, or undoes it. Such a preset is read again first: where it
 * isn't what the plan showed, nothing is sent. The client is marked last, as far as the person may change the client.
 *
 * @param act carries out the change
 * @returns the outcome, in which `areMarkersOpen` says that the client isn't marked as it should be; it never throws
 */
export async function carryOutWithOwnPresets(
  subject: Subject,
  goal: Goal,
  attempt: Attempt,
  direction: Direction,
  act: () => Promise<Outcome>,
): Promise<Outcome> {
  const { api } = subject;
  const { before } = attempt;
  if (!before.custom?.presets.length) return act();
  const own = goal.presets.filter((preset) => preset.custom !== undefined);
  if (direction === "forward" && goal.mode !== "remove" && own.length > 0) {
    try {
      if (!(await areAsShown(api, own, before))) {
        throw new AdminApiError({ attempt: "change", failure: "presetChanged" });
      }
    } catch (thrown) {
      const unsent = await reviewUnsent(subject, attempt, direction, thrown);
      if (unsent.state?.kind !== "ready") return unsent;
      // They are read again by that, so that the next plan shows what they are now.
      const snapshot = { ...unsent.state.snapshot, custom: undefined };
      return { ...unsent, state: { kind: "ready", snapshot } };
    }
  }
  const outcome = await act();
  const { state } = outcome;
  if (!isReached(outcome) || state?.kind !== "ready" || !before.client.isManageable) return outcome;
  const { snapshot } = state;
  const change = markedBy(goal, outcome);
  const markers =
    direction === "forward"
      ? markersAfter(change, snapshot)
      : markersBefore({ given: own, ended: before.custom?.presets ?? [] }, before, snapshot);
  if (Object.keys(markers).length === 0) return outcome;
  try {
    await writeAttributes(api, snapshot.client.clientUuid, markers);
    const client = withMarkers(snapshot.client, markers);
    return { ...outcome, state: { kind: "ready", snapshot: { ...snapshot, client } } };
  } catch {
    return { ...outcome, areMarkersOpen: true };
  }
}
