import { makePlan } from "../../src/access/plan/make-plan.ts";
import { isReached } from "../../src/access/plan/outcome.ts";
import { presetStates } from "../../src/access/presets/preset-state.ts";
import { type PresetId, presets } from "../../src/catalog/presets/presets.ts";
import { createAdminApi } from "../../src/keycloak/api/admin-api.ts";
import { carryOut } from "../../src/keycloak/change/carry-out.ts";
import { readClientState } from "../../src/keycloak/client/read-client-state.ts";
import type { TestBed, TestClient } from "../e2e/realm/test-bed.ts";
import type { Deployment } from "../e2e/servers/deployment.ts";

/**
 * Applies a preset by the code that the tab's **Apply preset** runs, as an administrator of `master`.
 *
 * @throws where not all of it was done
 */
export async function applyInTab(
  { apiUrl }: Deployment,
  { realm, api }: TestBed,
  { clientUuid }: TestClient,
  presetId: PresetId,
): Promise<void> {
  const tokens = { accessToken: () => api.token(), forgetToken: () => undefined };
  const subject = {
    api: createAdminApi(apiUrl, realm, tokens),
    options: {
      clientUuid,
      adminClientId: "realm-management",
      isMaster: false,
      loginRealm: "master",
      clientIdHint: undefined,
      asksClientScope: true,
    },
  };
  const state = await readClientState(subject.api, subject.options);
  if (state.kind !== "ready") throw new Error(`The client is ${state.kind}.`);
  const { snapshot } = state;
  const goal = { mode: "add", presets: presets.filter(({ id }) => id === presetId) } as const;
  const { change } = makePlan(goal, snapshot, presetStates(snapshot));
  const outcome = await carryOut(subject, { change, before: snapshot }, "forward", snapshot);
  if (!isReached(outcome)) throw new Error(`${presetId} was not applied.`);
}
