import type { Snapshot } from "../../../../src/access/model/snapshot.ts";
import { makePlan } from "../../../../src/access/plan/make-plan.ts";
import type { Outcome } from "../../../../src/access/plan/outcome.ts";
import type { Goal, Mode } from "../../../../src/access/plan/plan.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import {
  type ChangeRecord,
  makeChangeRecord,
  type RecordContext,
} from "../../../../src/access/record/change-record.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import type { AdminApi } from "../../../../src/keycloak/api/admin-api.ts";
import { carryOut } from "../../../../src/keycloak/change/carry-out.ts";
import type { Subject } from "../../../../src/keycloak/change/read-now.ts";
import { readClientState } from "../../../../src/keycloak/client/read-client-state.ts";

/** A change that was made, and its record. */
export interface RecordedChange {
  readonly clientUuid: string;
  readonly goal: Goal;
  readonly outcome: Outcome;
  readonly record: ChangeRecord;
}

/** Makes changes as the tab does, and records them. */
export interface Recorder {
  readonly makeChange: (
    clientUuid: string,
    mode: Mode,
    ...ids: readonly string[]
  ) => Promise<RecordedChange>;
  /** Takes a change back, and records that. */
  readonly undoChange: (change: RecordedChange) => Promise<RecordedChange>;
}

async function snapshotOf({ api, options }: Subject): Promise<Snapshot> {
  const state = await readClientState(api, options);
  if (state.kind !== "ready") throw new Error(`The client is ${state.kind}.`);
  return state.snapshot;
}

/** A recorder for a realm other than `master`, by a server's Admin API or the one in memory. */
export function createRecorder(api: AdminApi, by: RecordContext["by"]): Recorder {
  const subjectOf = (clientUuid: string): Subject => ({
    api,
    options: {
      ...{ clientUuid, adminClientId: "realm-management", isMaster: false, asksClientScope: true },
      ...{ clientIdHint: undefined, loginRealm: by?.realm ?? api.realm },
    },
  });
  const recordOf = (clientUuid: string, goal: Goal, outcome: Outcome): RecordedChange => {
    if (outcome.sent === undefined) throw new Error("Nothing was to be sent.");
    const record = makeChangeRecord({ goal, outcome }, outcome.sent, {
      ...{ extensionVersion: "1.0.0", keycloakVersion: null, server: "https://kc.example.org" },
      ...{ realm: api.realm, by },
    });
    return { clientUuid, goal, outcome, record };
  };
  return {
    makeChange: async (clientUuid, mode, ...ids) => {
      const subject = subjectOf(clientUuid);
      const before = await snapshotOf(subject);
      const goal = { mode, presets: presets.filter(({ id }) => ids.includes(id)) };
      const { change } = makePlan(goal, before, presetStates(before));
      const outcome = await carryOut(subject, { change, before }, "forward", before);
      return recordOf(clientUuid, goal, outcome);
    },
    undoChange: async ({ clientUuid, goal, outcome: { attempt } }) => {
      const subject = subjectOf(clientUuid);
      const now = await snapshotOf(subject);
      return recordOf(clientUuid, goal, await carryOut(subject, attempt, "back", now));
    },
  };
}
