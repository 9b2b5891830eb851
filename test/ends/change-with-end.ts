import { endOfRoles, endsOfAccount } from "../../src/access/ends/account-ends.ts";
import { changeOfEnds } from "../../src/access/ends/end-change.ts";
import { rolesGivenBy } from "../../src/access/model/roles-given-by.ts";
import { makePlan } from "../../src/access/plan/make-plan.ts";
import { type Attempt, type Direction, isReached } from "../../src/access/plan/outcome.ts";
import type { Mode } from "../../src/access/plan/plan.ts";
import { presetStates } from "../../src/access/presets/preset-state.ts";
import { type PresetId, presets } from "../../src/catalog/presets/presets.ts";
import { createAdminApi } from "../../src/keycloak/api/admin-api.ts";
import { carryOut } from "../../src/keycloak/change/carry-out.ts";
import type { Subject } from "../../src/keycloak/change/read-now.ts";
import { readClientState } from "../../src/keycloak/client/read-client-state.ts";
import { carryOutWithEnds } from "../../src/keycloak/ends/carry-out-with-ends.ts";
import { readAccountWorkflows } from "../../src/keycloak/ends/read-ends.ts";
import type { TestBed, TestClient } from "../e2e/realm/test-bed.ts";

const adminClientId = "realm-management";

function subjectOf({ server, realm, api }: TestBed, { clientUuid }: TestClient): Subject {
  const tokens = { accessToken: () => api.token(), forgetToken: () => undefined };
  return {
    api: createAdminApi(server.apiUrl, realm, tokens),
    options: {
      ...{ clientUuid, adminClientId, isMaster: false, loginRealm: "master" },
      ...{ clientIdHint: undefined, asksClientScope: true },
    },
  };
}

async function read({ api, options }: Subject) {
  const state = await readClientState(api, options);
  if (state.kind !== "ready") throw new Error(`The client is ${state.kind}.`);
  const { account } = state.snapshot;
  if (account.kind !== "found") throw new Error(`The account is ${account.kind}.`);
  const workflows = await readAccountWorkflows(api, account.userId);
  if (workflows.kind !== "read") throw new Error(`Workflows are ${workflows.kind}.`);
  const { userId } = account;
  return { snapshot: state.snapshot, ends: endsOfAccount(workflows, { userId, adminClientId }) };
}

/** The ends of a client's account now. */
export const endsNow = async (testBed: TestBed, client: TestClient) =>
  (await read(subjectOf(testBed, client))).ends;

/** A change by the code that the tab's plan runs, and the way back. */
export interface ChangeWithEnd {
  readonly run: (direction: Direction) => Promise<void>;
}

/**
 * Plans to apply or remove a preset, with an end.
 *
 * @param end in milliseconds since 1970; undefined for none
 */
export async function planWithEnd(
  testBed: TestBed,
  client: TestClient,
  preset: PresetId,
  mode: Mode,
  end: number | undefined,
): Promise<ChangeWithEnd> {
  const subject = subjectOf(testBed, client);
  const { snapshot, ends } = await read(subject);
  const goal = { mode, presets: presets.filter(({ id }) => id === preset) };
  const { change } = makePlan(goal, snapshot, presetStates(snapshot));
  const given = mode === "remove" ? [] : rolesGivenBy(goal.presets);
  const current = endOfRoles(ends);
  const set = changeOfEnds({
    change,
    given,
    end,
    current,
    mapped: snapshot.mapped,
    needed: new Set(),
  });
  const attempt: Attempt = { change, before: snapshot, ends: set };
  return {
    run: async (direction) => {
      const now = await read(subject);
      const act = () => carryOut(subject, attempt, direction, now.snapshot);
      const outcome =
        set === undefined
          ? await act()
          : await carryOutWithEnds(subject, { ...attempt, ends: set }, direction, act);
      if (!isReached(outcome)) throw outcome.thrown ?? new Error(`${preset} wasn't reached.`);
    },
  };
}
