import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { endOfRoles, endsOfAccount } from "../../../../src/access/ends/account-ends.ts";
import { changeOfEnds, type EndChange } from "../../../../src/access/ends/end-change.ts";
import type { Snapshot } from "../../../../src/access/model/snapshot.ts";
import { makePlan } from "../../../../src/access/plan/make-plan.ts";
import { type Attempt, isReached } from "../../../../src/access/plan/outcome.ts";
import type { Mode } from "../../../../src/access/plan/plan.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { carryOut, resume } from "../../../../src/keycloak/change/carry-out.ts";
import type { Subject } from "../../../../src/keycloak/change/read-now.ts";
import { readClientState } from "../../../../src/keycloak/client/read-client-state.ts";
import { carryOutWithEnds } from "../../../../src/keycloak/ends/carry-out-with-ends.ts";
import { readAccountWorkflows } from "../../../../src/keycloak/ends/read-ends.ts";
import { answering, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

const day = 86_400_000;

let served: ServedKeycloak;
let subject: Subject;
let userId: string;
let inAWeek: number;

beforeEach(() => {
  served = serveKeycloak();
  const clientUuid = served.realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  userId = served.realm.serviceAccountUserId(clientUuid) ?? "";
  inAWeek = Date.now() + 7 * day;
  subject = {
    api: served.apiOf(),
    options: {
      ...{ clientUuid, adminClientId: "realm-management", isMaster: false },
      ...{ clientIdHint: undefined, loginRealm: "demo", asksClientScope: false },
    },
  };
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const read = async (): Promise<Snapshot> => {
  const state = await readClientState(subject.api, subject.options);
  if (state.kind !== "ready") throw new Error(state.kind);
  return state.snapshot;
};

/** When which admin roles end now, as days from now. */
const ends = async () => {
  const found = await readAccountWorkflows(subject.api, userId);
  if (found.kind !== "read") throw new Error(found.kind);
  return endOfRoles(endsOfAccount(found, { userId, adminClientId: "realm-management" }));
};
const daysUntilEnds = async () =>
  Object.fromEntries(
    [...(await ends())].map(([key, at]) => [
      key.replace("admin:", ""),
      Math.round((at - Date.now()) / day),
    ]),
  );

const held = async () =>
  [...(await read()).mapped]
    .map((key) => key.replace("admin:", ""))
    .filter((it) => !/realm:/.test(it))
    .sort();

/** What Apply, Replace or Remove of a preset would do, with an end. */
async function plan(id: string, mode: Mode, end: number | undefined): Promise<Attempt> {
  const before = await read();
  const preset = presets.find((it) => it.id === id);
  if (preset === undefined) throw new Error(id);
  const { change } = makePlan({ mode, presets: [preset] }, before, presetStates(before));
  const current = await ends();
  const given = mode === "remove" ? [] : preset.roles;
  const asked = { change, given, end: mode === "remove" ? ("unchanged" as const) : end, current };
  return {
    before,
    change,
    ends: changeOfEnds({ ...asked, mapped: before.mapped, needed: new Set() }),
  };
}

async function run(attempt: Attempt, direction: "forward" | "back" = "forward") {
  const { ends: set } = attempt;
  const act = async () => carryOut(subject, attempt, direction, await read());
  return set === undefined
    ? act()
    : carryOutWithEnds(subject, { ...attempt, ends: set as EndChange }, direction, act);
}

const apply = async (id: string, end?: number) => run(await plan(id, "add", end));

test("a preset that is applied until a date is gone after it, and nothing is left of it but its record", async () => {
  expect(isReached(await apply("user-lookup", inAWeek))).toBe(true);
  expect(await daysUntilEnds()).toEqual({ "view-users": 7, "query-users": 7 });
  served.realm.runWorkflows(inAWeek + day);
  expect(await held()).toEqual([]);
  expect(await daysUntilEnds()).toEqual({});
});

test("Undo takes the roles and their end", async () => {
  const attempt = await plan("user-lookup", "add", inAWeek);
  await run(attempt);
  expect(isReached(await run(attempt, "back"))).toBe(true);
  expect([await held(), await daysUntilEnds()]).toEqual([[], {}]);
  const workflows = await readAccountWorkflows(subject.api, userId);
  expect(workflows.kind === "read" && workflows.workflows).toEqual([]);
});

test("Remove takes the end, and its Undo brings both back", async () => {
  await apply("user-lookup", inAWeek);
  const removal = await plan("user-lookup", "remove", undefined);
  await run(removal);
  expect([await held(), await daysUntilEnds()]).toEqual([[], {}]);
  await run(removal, "back");
  expect(await held()).toEqual(["query-users", "view-users"]);
  expect(await daysUntilEnds()).toEqual({ "view-users": 7, "query-users": 7 });
});

test("of two presets that share a role, the one without an end keeps it", async () => {
  await apply("user-lookup", inAWeek);
  await apply("organization-management");
  expect(await daysUntilEnds()).toEqual({});
  served.realm.runWorkflows(inAWeek + day);
  expect(await held()).toContain("view-users");
});

test("where nothing can be scheduled, no role is assigned", async () => {
  served.faults.push({ request: /POST \/workflows$/, fault: answering(500) });
  const outcome = await apply("user-lookup", inAWeek);
  expect(outcome.thrown).toMatchObject({ attempt: "changeEnds" });
  expect([isReached(outcome), await held()]).toEqual([false, []]);
});

test("where roles can't be assigned, the change isn't reached, and Continue finishes it", async () => {
  const attempt = await plan("user-lookup", "add", inAWeek);
  served.faults.push({ request: /POST .*role-mappings/, fault: answering(403) });
  const outcome = await run(attempt);
  expect([isReached(outcome), outcome.areEndsOpen]).toEqual([false, true]);
  const { ends: set } = attempt;
  if (set === undefined) throw new Error("The attempt sets no end.");
  const continued = await carryOutWithEnds(subject, { ...attempt, ends: set }, "forward", () =>
    resume(subject, outcome, "forward"),
  );
  expect(isReached(continued)).toBe(true);
  expect(await daysUntilEnds()).toEqual({ "view-users": 7, "query-users": 7 });
});

test("where a replaced end can't be removed, the change isn't reached: the earlier one still counts", async () => {
  await apply("user-lookup", inAWeek);
  const before = await read();
  const after = new Map([["admin:view-users", inAWeek + day]] as const);
  const change = { before: new Map(await ends()), after };
  served.faults.push({ request: /^DELETE/, fault: answering(500) });
  const none = { add: [], remove: [] };
  const outcome = await run({ before, change: none, ends: change });
  expect([isReached(outcome), outcome.areEndsOpen]).toEqual([false, true]);
  expect((await daysUntilEnds())["view-users"]).toBe(7);
});

test("an end of an account that was made again meanwhile can't be set, and nothing is assigned", async () => {
  const attempt = await plan("user-lookup", "add", inAWeek);
  served.realm.deleteUser(userId);
  const outcome = await run(attempt);
  expect(outcome.thrown).toMatchObject({ attempt: "changeEnds", failure: "refused" });
});
