/** Plans with ends, other administrators and the passing of time, in any order: what the server does is what was said. */
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { endOfRoles, endsOfAccount } from "../../../src/access/ends/account-ends.ts";
import { changeOfEnds } from "../../../src/access/ends/end-change.ts";
import { rolesGivenBy } from "../../../src/access/model/roles-given-by.ts";
import { type RoleKey, roleKey } from "../../../src/access/model/snapshot.ts";
import { makePlan } from "../../../src/access/plan/make-plan.ts";
import { type Attempt, isReached } from "../../../src/access/plan/outcome.ts";
import type { Mode } from "../../../src/access/plan/plan.ts";
import { presetStates } from "../../../src/access/presets/preset-state.ts";
import { presets } from "../../../src/catalog/presets/presets.ts";
import { carryOut } from "../../../src/keycloak/change/carry-out.ts";
import { readClientState } from "../../../src/keycloak/client/read-client-state.ts";
import { carryOutWithEnds } from "../../../src/keycloak/ends/carry-out-with-ends.ts";
import { readAccountWorkflows } from "../../../src/keycloak/ends/read-ends.ts";
import { serveKeycloak } from "../keycloak/serve-keycloak.ts";

const day = 86_400_000;
const begin = Date.UTC(2026, 10, 30);
const adminClientId = "realm-management";
/** They share roles. */
const ids = ["user-lookup", "organization-management", "event-reader-with-user-names"] as const;
const roles = ["view-users", "query-users", "view-events", "manage-organizations"] as const;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What was said: which roles are assigned, and when which of them ends. */
interface Said {
  readonly held: Set<RoleKey>;
  readonly ends: Map<RoleKey, number>;
}

/** A client in the tab, and its realm. */
function openWorld() {
  vi.useFakeTimers({ toFake: ["Date"], now: begin });
  const { realm, apiOf } = serveKeycloak();
  const clientUuid = realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const userId = realm.serviceAccountUserId(clientUuid) ?? "";
  const api = apiOf();
  const options = {
    ...{ clientUuid, adminClientId, isMaster: false, clientIdHint: undefined },
    ...{ loginRealm: "demo", asksClientScope: false },
  };
  const read = async () => {
    const state = await readClientState(api, options);
    if (state.kind !== "ready") throw new Error(state.kind);
    return state.snapshot;
  };
  const endsNow = async () => {
    const found = await readAccountWorkflows(api, userId);
    if (found.kind !== "read") throw new Error(found.kind);
    return endOfRoles(endsOfAccount(found, { userId, adminClientId }));
  };
  const run = async (attempt: Attempt, direction: "forward" | "back") => {
    const act = async () => carryOut({ api, options }, attempt, direction, await read());
    const { ends } = attempt;
    const outcome =
      ends === undefined
        ? await act()
        : await carryOutWithEnds({ api, options }, { ...attempt, ends }, direction, act);
    expect(isReached(outcome)).toBe(true);
  };
  const plan = async (id: string, mode: Mode, end: number | undefined): Promise<Attempt> => {
    const before = await read();
    const chosen = presets.filter((preset) => preset.id === id);
    const { change } = makePlan({ mode, presets: chosen }, before, presetStates(before));
    const given = mode === "remove" ? [] : rolesGivenBy(chosen);
    const asked = { change, given, end, current: await endsNow(), mapped: before.mapped };
    return { before, change, ends: changeOfEnds({ ...asked, needed: new Set() }) };
  };
  const roleId = (name: string) => realm.findRole(name, realm.adminClientUuid).id;
  return {
    plan,
    run,
    assign: (name: string) => realm.mapRoles(userId, [roleId(name)]),
    unassign: (name: string) => realm.unmapRoles(userId, [roleId(name)]),
    wait: (days: number) => {
      vi.setSystemTime(Date.now() + days * day);
      realm.runWorkflows(Date.now());
    },
    state: async (): Promise<Said> => {
      const { mapped } = await read();
      const held = [...mapped].filter((key) => key.startsWith("admin:"));
      return { held: new Set(held), ends: new Map(await endsNow()) };
    },
  };
}

/** What a plan says: what is assigned has the end that was chosen, and shared roles end no sooner. */
function say(
  { held, ends }: Said,
  { change, before }: Attempt,
  given: readonly RoleKey[],
  end?: number,
) {
  const set = (key: RoleKey, at: number | undefined) =>
    at === undefined ? ends.delete(key) : ends.set(key, at);
  for (const grant of change.remove) {
    if (grant.place !== "mapping") continue;
    held.delete(roleKey(grant.role));
    ends.delete(roleKey(grant.role));
  }
  const added = change.add.flatMap((it) => (it.place === "mapping" ? [roleKey(it.role)] : []));
  for (const key of given.filter((it) => before.mapped.has(it) && !added.includes(it))) {
    const now = ends.get(key);
    if (added.length === 0) set(key, end);
    else if (now !== undefined) set(key, end === undefined ? undefined : Math.max(now, end));
  }
  for (const key of added) {
    held.add(key);
    set(key, end);
  }
}

const step = fc.oneof(
  fc.record({
    kind: fc.constant("apply" as const),
    id: fc.constantFrom(...ids),
    days: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    isUndone: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("remove" as const),
    id: fc.constantFrom(...ids),
    isUndone: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom("assign", "unassign"), name: fc.constantFrom(...roles) }),
  fc.record({ kind: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 4 }) }),
);

test("whatever is applied, removed, undone, assigned by others and waited for, roles end when it was said", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const world = openWorld();
      const said: Said = { held: new Set(), ends: new Map() };
      for (const it of steps) {
        if ("name" in it) {
          const key = `admin:${it.name}` as const;
          if (it.kind === "assign") said.held.add(key);
          else said.held.delete(key);
          world[it.kind === "assign" ? "assign" : "unassign"](it.name);
        } else if (it.kind === "wait") {
          world.wait(it.days);
          for (const [key, at] of said.ends) {
            if (at >= Date.now()) continue;
            said.ends.delete(key);
            said.held.delete(key);
          }
        } else {
          const days = it.kind === "apply" ? it.days : undefined;
          // Not on the stroke of a day, when the server may have looked already or not.
          const end = days === undefined ? undefined : Date.now() + days * day - day / 2;
          const attempt = await world.plan(it.id, it.kind === "apply" ? "add" : "remove", end);
          await world.run(attempt, "forward");
          if (it.isUndone) await world.run(attempt, "back");
          else {
            const given = rolesGivenBy(presets.filter(({ id }) => id === it.id)).map(roleKey);
            say(said, attempt, it.kind === "apply" ? given : [], end);
          }
        }
        expect(await world.state()).toEqual(said);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
