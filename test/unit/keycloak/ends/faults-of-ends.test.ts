/** Breaks each request of a change with an end once: no role may be left without the end that it was to have. */
import { afterEach, expect, test, vi } from "vitest";
import { endOfRoles, endsOfAccount } from "../../../../src/access/ends/account-ends.ts";
import type { EndChange } from "../../../../src/access/ends/end-change.ts";
import { makePlan } from "../../../../src/access/plan/make-plan.ts";
import { isReached, type Outcome } from "../../../../src/access/plan/outcome.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { carryOut, resume } from "../../../../src/keycloak/change/carry-out.ts";
import { readClientState } from "../../../../src/keycloak/client/read-client-state.ts";
import { carryOutWithEnds } from "../../../../src/keycloak/ends/carry-out-with-ends.ts";
import { readAccountWorkflows } from "../../../../src/keycloak/ends/read-ends.ts";
import { answering, cut, cutAfter, type Fault, serveKeycloak } from "../serve-keycloak.ts";

afterEach(() => vi.unstubAllGlobals());

const day = 86_400_000;
const goal = { mode: "add", presets: presets.filter(({ id }) => id === "user-lookup") } as const;

/** A client without roles, and what is to be done with it: apply User lookup for a week. */
async function makeScene() {
  // Nobody waits between two tries.
  vi.stubGlobal("setTimeout", (run: () => void) => queueMicrotask(run));
  const { realm, apiOf } = serveKeycloak();
  const clientUuid = realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const api = apiOf();
  const options = {
    ...{ clientUuid, adminClientId: "realm-management", isMaster: false },
    ...{ clientIdHint: undefined, loginRealm: "demo", asksClientScope: false },
  };
  const subject = { api, options };
  const read = async () => {
    const state = await readClientState(api, options);
    if (state.kind !== "ready") throw new Error(state.kind);
    return state.snapshot;
  };
  const before = await read();
  const { change } = makePlan(goal, before, presetStates(before));
  const at = Date.now() + 7 * day;
  const keys = ["admin:view-users", "admin:query-users"] as const;
  const ends: EndChange = {
    before: new Map(keys.map((key) => [key, undefined])),
    after: new Map(keys.map((key) => [key, at])),
  };
  const attempt = { change, before, ends };
  const run = (act: () => Promise<Outcome>) => carryOutWithEnds(subject, attempt, "forward", act);
  return {
    apply: () => run(() => carryOut(subject, attempt, "forward", before)),
    goOn: (outcome: Outcome) => run(() => resume(subject, outcome, "forward")),
    undo: (outcome: Outcome) =>
      carryOutWithEnds(subject, attempt, "back", () => resume(subject, outcome, "back")),
    /** Roles that are assigned, and those of them that end. */
    held: async () => {
      const { mapped } = await read();
      const userId = realm.serviceAccountUserId(clientUuid) ?? "";
      const found = await readAccountWorkflows(api, userId);
      if (found.kind !== "read") throw new Error(found.kind);
      const ending = endOfRoles(
        endsOfAccount(found, { userId, adminClientId: "realm-management" }),
      );
      const roles = keys.filter((key) => mapped.has(key));
      return { roles, ending: roles.filter((key) => ending.has(key)), workflows: found.workflows };
    },
  };
}

/** Breaks the request with this number, counted from now on; how many there were. */
function breakRequest(number: number, fault: Fault): () => number {
  const { fetch } = globalThis;
  let count = 0;
  vi.stubGlobal("fetch", (...request: Parameters<typeof fetch>) => {
    const answer = () => fetch(...request);
    count += 1;
    return count === number ? fault(answer) : answer();
  });
  return () => count;
}

async function countRequests(): Promise<number> {
  const scene = await makeScene();
  const count = breakRequest(0, cut);
  expect(isReached(await scene.apply())).toBe(true);
  return count();
}

const faults = new Map<string, Fault>([
  ["lost on its way", cut],
  ["done and not answered", cutAfter],
  ["refused", answering(403)],
  ["failing", answering(500)],
]);

test.each([...faults])(
  "a request that is %s, whichever it is, leaves no role without its end; Continue finishes, Undo leaves nothing",
  async (_, fault) => {
    const requests = await countRequests();
    expect(requests).toBeGreaterThan(6);
    for (let number = 1; number <= requests; number += 1) {
      for (const wayOut of ["goOn", "undo"] as const) {
        const scene = await makeScene();
        breakRequest(number, fault);
        const outcome = await scene.apply();
        const { roles, ending } = await scene.held();
        expect(ending, `request ${number}`).toEqual(roles);
        if (isReached(outcome)) continue;
        expect(isReached(await scene[wayOut](outcome)), `${wayOut} ${number}`).toBe(true);
        const after = await scene.held();
        expect(after.ending, `${wayOut} ${number}`).toEqual(after.roles);
        expect(after.roles.length, `${wayOut} ${number}`).toBe(wayOut === "goOn" ? 2 : 0);
        if (wayOut === "undo") expect(after.workflows, `request ${number}`).toEqual([]);
      }
    }
  },
);

test("Undo of which nothing could be sent says that the roles are assigned; without an answer, that it isn't known", async () => {
  const scene = await makeScene();
  const applied = await scene.apply();
  const heldAfter = async (fault: Fault, isLasting: boolean) => {
    const { fetch } = globalThis;
    vi.stubGlobal("fetch", (...request: Parameters<typeof fetch>) => {
      const isOfEnds = String(request[0]).includes("/workflows");
      return isOfEnds || isLasting ? fault(() => fetch(...request)) : fetch(...request);
    });
    const outcome = await scene.undo(applied);
    vi.stubGlobal("fetch", fetch);
    expect(isReached(outcome)).toBe(false);
    return outcome.lines.map(({ isHeld }) => isHeld);
  };
  expect(await heldAfter(answering(500), false)).toEqual([true, true]);
  expect(await heldAfter(cut, true)).toEqual([undefined, undefined]);
});
