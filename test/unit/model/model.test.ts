import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { grantKey, hasGrant } from "../../../src/access/model/grant.ts";
import type { Snapshot } from "../../../src/access/model/snapshot.ts";
import { holdsIn, isReached, type Outcome } from "../../../src/access/plan/outcome.ts";
import { modes } from "../../../src/access/plan/plan.ts";
import { changeOf } from "../../../src/access/plan/undo.ts";
import { carryOut, resume, review } from "../../../src/keycloak/change/carry-out.ts";
import { beyond, look, makeWorld, planOf, readyOr, type Weather, type World } from "./world.ts";

const presetIds = ["user-lookup", "access-review", "event-reader", "client-management"];
const roleNames = ["view-users", "query-users", "view-realm", "view-events", "manage-clients"];

/** Something that another administrator does behind the person's back. */
const anybodyElse = fc.oneof(
  fc.record({
    kind: fc.constantFrom("map" as const, "unmap" as const, "mapToGroup" as const),
    role: fc.constantFrom(...roleNames),
  }),
  fc.record({
    kind: fc.constantFrom("join" as const, "leave" as const, "newAccount" as const),
  }),
);
type Interference = typeof anybodyElse extends fc.Arbitrary<infer Value> ? Value : never;

const anyAction = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("change" as const),
      mode: fc.constantFrom(...modes),
      presets: fc.subarray(presetIds, { minLength: 1, maxLength: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("undo" as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("continue" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("reload" as const) }) },
);

/** What the person does, and what happens before and during it. */
const anyStep = fc.record({
  action: anyAction,
  before: fc.array(anybodyElse, { maxLength: 2 }),
  during: fc.array(fc.tuple(fc.nat(6), anybodyElse), { maxLength: 1 }),
  weather: fc.array(
    fc.tuple(fc.nat(8), fc.constantFrom<Weather>("cut before", "cut after", "500")),
    { maxLength: 2 },
  ),
});
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

async function interfere(world: World, it: Interference): Promise<void> {
  const { realm, clientUuid, groupId } = world;
  const userId = realm.serviceAccountUserId(clientUuid);
  const roleId = "role" in it ? realm.findRole(it.role, realm.adminClientUuid).id : "";
  if (it.kind === "mapToGroup") return realm.mapRoles(groupId, [roleId]);
  if (userId === undefined) return;
  if (it.kind === "map") realm.mapRoles(userId, [roleId]);
  if (it.kind === "unmap") realm.unmapRoles(userId, [roleId]);
  if (it.kind === "join") realm.joinGroup(userId, groupId);
  if (it.kind === "leave") realm.leaveGroup(userId, groupId);
  if (it.kind === "newAccount") await world.renewAccount();
}

async function act(world: World, { action }: Step): Promise<Outcome | undefined> {
  const { subject, known, last } = world;
  switch (action.kind) {
    case "change": {
      const change = planOf(world, action.mode, action.presets);
      return carryOut(subject, { change, before: known }, "forward", known);
    }
    case "undo":
      return last === undefined ? undefined : resume(subject, last, "back");
    case "continue":
      return last === undefined ? undefined : resume(subject, last, last.direction);
    case "reload":
      world.known = readyOr(await look(world).catch(() => undefined), known);
      return undefined;
  }
}

const sorted = (keys: Iterable<string> | undefined) => keys && [...keys].sort();
const holdingsOf = ({ mapped, inScope, client, account }: Snapshot) => ({
  account,
  mapped: sorted(mapped),
  inScope: sorted(inScope),
  clientScopes: sorted(client.defaultClientScopes),
  optionalClientScopes: sorted(client.optionalClientScopes),
});

/** Plays a step and holds what must hold after each. */
async function play(world: World, step: Step): Promise<void> {
  for (const it of step.before) await interfere(world, it);
  const isAlone = step.during.length === 0;
  world.count = 0;
  world.written = [];
  world.meanwhile = new Map(step.during.map(([at, it]) => [at, () => interfere(world, it)]));
  // Reading the page again is no change; its weather is another test's.
  world.weather = new Map(step.action.kind === "reload" ? [] : step.weather);
  const outcome = await act(world, step);
  world.meanwhile.clear();
  world.weather.clear();
  if (outcome === undefined) return;
  world.last = outcome;

  // Nothing outside of the plan was sent, and no DELETE of nothing.
  const change = changeOf(outcome.attempt, outcome.direction);
  expect(world.written.flatMap((it) => beyond(change, it))).toEqual([]);

  const server = await look(world);
  const { state, lines } = outcome;
  if (isAlone) {
    // The report is what the server holds; unknown only where it could not be asked.
    for (const { grant, isHeld } of lines) {
      if (state !== undefined)
        expect([grantKey(grant), isHeld]).toEqual([grantKey(grant), holdsIn(server, grant)]);
    }
    if (state?.kind === "ready" && server.kind === "ready") {
      expect(holdingsOf(state.snapshot)).toEqual(holdingsOf(server.snapshot));
      // One read back sees no group that the account joined at that moment, but nothing that is not there.
      const { effective } = server.snapshot;
      expect([...state.snapshot.effective].filter((key) => !effective.has(key))).toEqual([]);
    }
  }
  expect(lines.map(({ grant }) => grantKey(grant))).toEqual(
    [...change.add, ...change.remove].map(grantKey),
  );
  world.known = readyOr(state, world.known);
}

/** After whatever happened, Continue reaches the plan and Undo what held before it. */
async function wayOut(world: World): Promise<void> {
  const { last, subject } = world;
  if (last === undefined) return;
  const continued = await resume(subject, last, "forward");
  expect(isReached(continued)).toBe(true);
  const undone = await resume(subject, continued, "back");
  expect(isReached(undone)).toBe(true);
  const { before, change } = last.attempt;
  const now = await look(world);
  for (const grant of [...change.add, ...change.remove]) {
    if (grant.place !== "account") expect(holdsIn(now, grant)).toBe(hasGrant(before, grant));
  }
  const optional = readyOr(now, undefined).client.optionalClientScopes;
  expect(sorted(optional)).toEqual(sorted(before.client.optionalClientScopes));
  // A look at it says the same.
  expect(isReached(await review(subject, undone))).toBe(true);
}

beforeEach(() => {
  // The pauses before a read is tried again.
  vi.stubGlobal("setTimeout", (run: () => void) => queueMicrotask(run));
});
afterEach(() => vi.unstubAllGlobals());

test("plans, interruptions, Continue and Undo stay correct whatever other administrators do", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        fullScopeAllowed: fc.boolean(),
        serviceAccountsEnabled: fc.boolean(),
        isScopeOptional: fc.boolean(),
      }),
      fc.array(anyStep, { minLength: 1, maxLength: 6 }),
      async (settings, steps) => {
        const world = await makeWorld(settings);
        for (const step of steps) await play(world, step);
        await wayOut(world);
      },
    ),
    { numRuns: 150 },
  );
});
