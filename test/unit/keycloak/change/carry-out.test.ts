import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { hasGrant, nameOfGrant } from "../../../../src/access/model/grant.ts";
import type { Snapshot } from "../../../../src/access/model/snapshot.ts";
import { makePlan } from "../../../../src/access/plan/make-plan.ts";
import {
  type Attempt,
  isAsBefore,
  isReached,
  type Outcome,
} from "../../../../src/access/plan/outcome.ts";
import type { Mode } from "../../../../src/access/plan/plan.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { createAdminApi } from "../../../../src/keycloak/api/admin-api.ts";
import { AdminApiError } from "../../../../src/keycloak/api/admin-api-error.ts";
import { carryOut, resume, review } from "../../../../src/keycloak/change/carry-out.ts";
import type { Subject } from "../../../../src/keycloak/change/read-now.ts";
import { readClientState } from "../../../../src/keycloak/client/read-client-state.ts";
import {
  createInMemoryKeycloak,
  type InMemoryKeycloak,
} from "../../../in-memory-keycloak/create-in-memory-keycloak.ts";
import type { InMemoryRealm } from "../../../in-memory-keycloak/in-memory-realm.ts";

type Fault = (answer: () => Promise<Response>) => Promise<Response>;

let keycloak: InMemoryKeycloak;
let realm: InMemoryRealm;
let sent: string[];
/** What happens to the requests to come, by method and the end of their path; once each. */
let faults: { readonly request: RegExp; readonly fault: Fault }[];

const cut: Fault = () => Promise.reject(new TypeError("network error"));
const cutAfter: Fault = async (answer) => {
  await answer();
  throw new TypeError("network error");
};
const answering =
  (status: number): Fault =>
  async () =>
    Response.json({ error: `HTTP ${status}` }, { status });

beforeEach(() => {
  keycloak = createInMemoryKeycloak();
  realm = keycloak.makeRealm("demo");
  realm.makeAdministrator({ token: "anna", adminRoles: ["realm-admin"] });
  sent = [];
  faults = [];
  // Nobody waits between two tries.
  vi.stubGlobal("setTimeout", (run: () => void) => queueMicrotask(run));
  vi.stubGlobal("fetch", async (url: URL, init: RequestInit) => {
    const request = `${init.method ?? "GET"} ${url.pathname.replace("/admin/realms/demo", "")}`;
    sent.push(request.replaceAll(/[0-9a-f]{8}-[0-9a-f-]+/g, "*"));
    const index = faults.findIndex((it) => it.request.test(request));
    const [found] = index < 0 ? [] : faults.splice(index, 1);
    const answer = () => keycloak.fetch(url, init);
    return found === undefined ? answer() : found.fault(answer);
  });
});

afterEach(() => vi.unstubAllGlobals());

function subjectOf(clientUuid: string, asksClientScope = false): Subject {
  const tokens = { accessToken: async () => "anna", forgetToken: () => undefined };
  return {
    api: createAdminApi("https://kc.example.org", "demo", tokens),
    options: {
      clientUuid,
      adminClientId: "realm-management",
      isMaster: false,
      clientIdHint: undefined,
      loginRealm: "demo",
      asksClientScope,
    },
  };
}

function makeClient(settings: object = {}): string {
  return realm.makeClient({
    clientId: "api-client",
    publicClient: false,
    serviceAccountsEnabled: true,
    ...settings,
  });
}

async function snapshotOf(subject: Subject): Promise<Snapshot> {
  const state = await readClientState(subject.api, subject.options);
  if (state.kind !== "ready") throw new Error(`The client is ${state.kind}.`);
  sent = [];
  return state.snapshot;
}

async function attemptTo(
  subject: Subject,
  mode: Mode,
  ...ids: readonly string[]
): Promise<Attempt> {
  const before = await snapshotOf(subject);
  const chosen = presets.filter(({ id }) => ids.includes(id));
  const { change } = makePlan({ mode, presets: chosen }, before, presetStates(before));
  return { change, before };
}

const run = async (subject: Subject, attempt: Attempt) =>
  carryOut(subject, attempt, "forward", attempt.before);

const linesOf = ({ lines }: Outcome) =>
  lines.map(({ grant, isHeld }) => `${grant.place} ${nameOfGrant(grant)}: ${isHeld}`);

const writes = () => sent.filter((request) => !request.startsWith("GET"));
const reads = () => sent.filter((request) => request.startsWith("GET"));

test("applying a preset is one write and two reads back, and so is undoing it", async () => {
  const subject = subjectOf(makeClient());
  const attempt = await attemptTo(subject, "add", "user-lookup");
  const before = realm.dump();
  const outcome = await run(subject, attempt);
  expect(isReached(outcome)).toBe(true);
  expect([writes().length, reads().length]).toEqual([1, 2]);
  if (outcome.state?.kind !== "ready") throw new Error("The state was not read back.");

  sent = [];
  const undone = await carryOut(subject, attempt, "back", outcome.state.snapshot);
  expect(isReached(undone)).toBe(true);
  expect([writes().length, reads().length]).toEqual([1, 2]);
  expect(realm.dump()).toEqual(before);
});

test("the expected result is reported before the read-back, and matches it", async () => {
  const subject = subjectOf(makeClient());
  const attempt = await attemptTo(subject, "add", "user-lookup");
  const told: Snapshot[] = [];
  const readsWhenTold: number[] = [];
  const { state } = await carryOut(subject, attempt, "forward", attempt.before, (expected) => {
    told.push(expected);
    readsWhenTold.push(reads().length);
  });
  expect(readsWhenTold).toEqual([0]);
  expect(state).toEqual({ kind: "ready", snapshot: told[0] });
});

test.each([cut, cutAfter, answering(403)])(
  "nothing is reported before the read-back if a write did not succeed",
  async (fault) => {
    const subject = subjectOf(makeClient());
    const attempt = await attemptTo(subject, "add", "user-lookup");
    faults = [{ request: /^POST/, fault }];
    const tell = vi.fn();
    await carryOut(subject, attempt, "forward", attempt.before, tell);
    expect(tell).not.toHaveBeenCalled();
  },
);

test("if nothing is missing, nothing is written", async () => {
  const subject = subjectOf(makeClient());
  await run(subject, await attemptTo(subject, "add", "user-lookup"));
  await run(subject, await attemptTo(subject, "add", "user-lookup"));
  expect(writes()).toEqual([]);
});

test("a role that another administrator removed meanwhile is not reported as assigned", async () => {
  const subject = subjectOf(makeClient());
  await run(subject, await attemptTo(subject, "add", "user-lookup"));
  const mine = await attemptTo(subject, "add", "access-review");
  const theirs = await attemptTo(subject, "remove", "user-lookup");
  await run(subject, theirs);
  const { state } = await run(subject, mine);
  if (state?.kind !== "ready") throw new Error("The state was not read back.");
  expect([...state.snapshot.effective]).toEqual(["admin:view-realm"]);
  expect([...state.snapshot.mapped]).toEqual(["admin:view-realm"]);
  // All else is as the server has it now, too: what was removed can be assigned again.
  expect(state).toEqual(await readClientState(subject.api, subject.options));
});

test("the outcome of a request whose answer was lost is what the server has", async () => {
  const subject = subjectOf(makeClient());
  const attempt = await attemptTo(subject, "add", "user-lookup");
  faults = [{ request: /^POST/, fault: cutAfter }];
  const outcome = await run(subject, attempt);
  expect(isReached(outcome)).toBe(true);
  expect(outcome.thrown).toMatchObject({ failure: "unreachable" });
});

test.each([400, 409])(
  "a conflict answered with %i is planned and tried once more",
  async (status) => {
    const subject = subjectOf(makeClient());
    const attempt = await attemptTo(subject, "add", "user-lookup");
    faults = [{ request: /^POST/, fault: answering(status) }];
    expect(isReached(await run(subject, attempt))).toBe(true);
    expect(writes()).toHaveLength(2);
  },
);

test("a lasting conflict is reported after the second try", async () => {
  const subject = subjectOf(makeClient());
  const attempt = await attemptTo(subject, "add", "user-lookup");
  faults = [1, 2, 3].map(() => ({ request: /^POST/, fault: answering(409) }));
  const outcome = await run(subject, attempt);
  expect(outcome.thrown).toMatchObject({ failure: "conflict" });
  expect(writes()).toHaveLength(2);
  expect(linesOf(outcome)).toEqual(["mapping view-users: false", "mapping query-users: false"]);
});

test("a read back that fails once is read again", async () => {
  const subject = subjectOf(makeClient());
  const attempt = await attemptTo(subject, "add", "user-lookup");
  faults = [{ request: /^GET/, fault: answering(502) }];
  const outcome = await run(subject, attempt);
  expect(isReached(outcome)).toBe(true);
  expect(outcome.thrown).toBeUndefined();
});

test("while the server can't be reached, only what was sent is unknown; Continue and Undo work afterwards", async () => {
  const subject = subjectOf(makeClient({ fullScopeAllowed: false }));
  const attempt = await attemptTo(subject, "add", "event-reader");
  const before = realm.dump();
  const offline = { request: /scope|GET/, fault: cut };
  faults = Array.from({ length: 40 }, () => offline);
  const outcome = await run(subject, attempt);
  expect(linesOf(outcome)).toEqual(["mapping view-events: true", "scope view-events: undefined"]);
  expect(outcome.state).toBeUndefined();

  const stillOffline = await resume(subject, outcome, "back");
  expect(linesOf(stillOffline)).toEqual([
    "mapping view-events: true",
    "scope view-events: undefined",
  ]);
  faults = [];
  expect(linesOf(await review(subject, outcome))).toEqual([
    "mapping view-events: true",
    "scope view-events: false",
  ]);
  expect(isReached(await resume(subject, outcome, "forward"))).toBe(true);
  expect(isReached(await resume(subject, outcome, "back"))).toBe(true);
  expect(realm.dump()).toEqual(before);
});

test("answered writes stay known if the session ends before the read-back", async () => {
  const subject = subjectOf(makeClient());
  const attempt = await attemptTo(subject, "add", "event-reader");
  faults = [1, 2, 3, 4].map(() => ({ request: /^GET/, fault: answering(401) }));
  const outcome = await run(subject, attempt);
  expect(outcome.state).toBeUndefined();
  expect(linesOf(outcome)).toEqual(["mapping view-events: true"]);
});

test("service accounts are switched on first, then roles are mapped to the account they make", async () => {
  const clientUuid = makeClient({ serviceAccountsEnabled: false });
  const subject = subjectOf(clientUuid);
  const attempt = await attemptTo(subject, "add", "event-reader");
  const outcome = await run(subject, attempt);
  expect(isReached(outcome)).toBe(true);
  expect(writes()).toEqual(["PUT /clients/*", "POST /users/*/role-mappings/clients/*"]);
  const undone = await resume(subject, outcome, "back");
  expect(linesOf(undone)).toEqual(["mapping view-events: false"]);
  expect(realm.serviceAccountUserId(clientUuid)).toBeDefined();
});

test("roles and scope are two writes, and each is read back", async () => {
  const subject = subjectOf(makeClient({ fullScopeAllowed: false }));
  const attempt = await attemptTo(subject, "add", "event-reader");
  const outcome = await run(subject, attempt);
  expect(isReached(outcome)).toBe(true);
  expect([writes().length, reads().length]).toEqual([2, 3]);
});

test("the Admin API's client scope is added, and undone", async () => {
  realm.makeClientScope("kc-admin-api");
  const subject = subjectOf(makeClient(), true);
  const attempt = await attemptTo(subject, "add", "event-reader");
  const before = realm.dump();
  const outcome = await run(subject, attempt);
  expect(linesOf(outcome)).toEqual(["mapping view-events: true", "clientScope kc-admin-api: true"]);
  expect(isReached(await resume(subject, outcome, "back"))).toBe(true);
  expect(realm.dump()).toEqual(before);
});

/** A client that has the Admin API's client scope as an optional one, and the attempt to apply a preset. */
async function attemptToMove() {
  const scopeId = realm.makeClientScope("kc-admin-api");
  const clientUuid = makeClient();
  const subject = subjectOf(clientUuid, true);
  await subject.api.clients.addOptionalClientScope({ id: clientUuid, clientScopeId: scopeId });
  return { subject, attempt: await attemptTo(subject, "add", "event-reader"), scopeId };
}

const linesAsBefore = (outcome: Outcome) => outcome.lines.map(isAsBefore(outcome));

const moved = ["mapping view-events: true", "clientScope kc-admin-api: true"];
const halfMoved = ["mapping view-events: true", "clientScope kc-admin-api: false"];
const takenBack = ["mapping view-events: false", "clientScope kc-admin-api: false"];

test.each([cut, cutAfter, answering(403)])(
  "an optional client scope that stops on its way to default is not as before; Continue and Undo work",
  async (fault) => {
    const { subject, attempt } = await attemptToMove();
    const before = realm.dump();
    faults = [{ request: /^PUT .*default-client-scopes/, fault }];
    const outcome = await run(subject, attempt);
    expect(linesOf(outcome)).toEqual(fault === cutAfter ? moved : halfMoved);
    expect(linesAsBefore(outcome)).toEqual([false, false]);
    expect(isReached(outcome)).toBe(fault === cutAfter);

    const undone = await resume(subject, outcome, "back");
    expect([isReached(undone), linesOf(undone)]).toEqual([true, takenBack]);
    expect(realm.dump()).toEqual(before);
    const continued = await resume(subject, outcome, "forward");
    expect([isReached(continued), linesOf(continued)]).toEqual([true, moved]);
    expect(isReached(await resume(subject, continued, "back"))).toBe(true);
    expect(realm.dump()).toEqual(before);
  },
);

test.each([cut, answering(403)])(
  "an optional client scope whose Undo fails isn't reported as undone",
  async (fault) => {
    const { subject, attempt } = await attemptToMove();
    const before = realm.dump();
    const done = await run(subject, attempt);
    faults = [{ request: /^PUT .*optional-client-scopes/, fault }];
    const stopped = await resume(subject, done, "back");
    expect([isReached(stopped), linesOf(stopped)]).toEqual([false, takenBack]);
    expect(linesAsBefore(stopped)).toEqual([true, false]);
    expect(isReached(await review(subject, stopped))).toBe(false);
    expect(isReached(await resume(subject, stopped, "back"))).toBe(true);
    expect(realm.dump()).toEqual(before);
  },
);

test("if nothing can be read anymore, a client scope between optional and default isn't reported as restored", async () => {
  const { subject, attempt } = await attemptToMove();
  const offline = Array.from({ length: 40 }, () => ({ request: /^GET/, fault: cut }));
  faults = [{ request: /^PUT .*default-client-scopes/, fault: answering(403) }, ...offline];
  const unread = await run(subject, attempt);
  expect(linesOf(unread)).toEqual([
    "mapping view-events: true",
    "clientScope kc-admin-api: undefined",
  ]);
  expect(linesAsBefore(unread)).toEqual([false, false]);
  faults = [];
  const known = await review(subject, unread);
  expect(linesOf(known)).toEqual(halfMoved);
  faults = offline;
  for (const direction of ["forward", "back"] as const) {
    const outcome = await resume(subject, known, direction);
    expect(linesOf(outcome)).toEqual(halfMoved);
    expect([isReached(outcome), ...linesAsBefore(outcome)]).toEqual([false, false, false]);
  }
});

test("if nothing can be read anymore during Undo, it isn't reported as a default one", async () => {
  const { subject, attempt } = await attemptToMove();
  const done = await run(subject, attempt);
  const offline = Array.from({ length: 40 }, () => ({ request: /^GET/, fault: cut }));
  faults = [
    {
      request: /^PUT .*optional-client-scopes/,
      fault: (answer) => {
        faults = offline;
        return answering(403)(answer);
      },
    },
  ];
  expect(linesOf(await resume(subject, done, "back"))).toEqual([
    "mapping view-events: false",
    "clientScope kc-admin-api: undefined",
  ]);
});

test("a client scope that the realm no longer has keeps nothing from being undone", async () => {
  const { subject, attempt, scopeId } = await attemptToMove();
  faults = [{ request: /^PUT .*default-client-scopes/, fault: cut }];
  const stopped = await run(subject, attempt);
  realm.deleteClientScope(scopeId);
  expect(isReached(await resume(subject, stopped, "back"))).toBe(true);
});

test("a client scope that was made again meanwhile is added by its new id", async () => {
  const oldId = realm.makeClientScope("kc-admin-api");
  const subject = subjectOf(makeClient(), true);
  const attempt = await attemptTo(subject, "add", "event-reader");
  realm.deleteClientScope(oldId);
  realm.makeClientScope("kc-admin-api");
  const outcome = await run(subject, attempt);
  expect(outcome.thrown).toMatchObject({ failure: "notFound" });
  expect(isReached(await resume(subject, outcome, "forward"))).toBe(true);
});

test("a client deleted meanwhile has nothing anymore", async () => {
  const clientUuid = makeClient();
  const subject = subjectOf(clientUuid);
  const attempt = await attemptTo(subject, "add", "event-reader");
  realm.deleteClient(clientUuid);
  const outcome = await run(subject, attempt);
  expect(outcome.state).toEqual({ kind: "clientNotFound" });
  expect(linesOf(outcome)).toEqual(["mapping view-events: false"]);
  expect((await resume(subject, outcome, "forward")).state).toEqual({ kind: "clientNotFound" });
});

test("a realm deleted meanwhile is reported like its client", async () => {
  const subject = subjectOf(makeClient());
  const attempt = await attemptTo(subject, "add", "event-reader");
  // An administrator of master would go on to be known; this one is gone with the realm.
  keycloak.master.makeAdministrator({ token: "root", realmRoles: ["admin"] });
  keycloak.deleteRealm("demo");
  const tokens = { accessToken: async () => "root", forgetToken: () => undefined };
  const api = createAdminApi("https://kc.example.org", "demo", tokens);
  const outcome = await run({ ...subject, api }, attempt);
  expect(outcome.state).toEqual({ kind: "clientNotFound" });
});

test("a new account, made by switching service accounts off and on, gets the rest of the plan", async () => {
  const clientUuid = makeClient();
  const subject = subjectOf(clientUuid);
  const attempt = await attemptTo(subject, "add", "event-reader");
  for (const serviceAccountsEnabled of [false, true]) {
    await subject.api.clients.update({ id: clientUuid }, { serviceAccountsEnabled });
  }
  const outcome = await run(subject, attempt);
  expect(linesOf(outcome)).toEqual(["mapping view-events: false"]);
  const continued = await resume(subject, outcome, "forward");
  expect(isReached(continued)).toBe(true);
  const { state } = continued;
  const [line] = continued.lines;
  expect(state?.kind === "ready" && line && hasGrant(state.snapshot, line.grant)).toBe(true);
});

test.each([
  ["the client", /^GET \/clients\/[0-9a-f-]+$/, 404],
  ["the account", /^GET \/users\/?$/, 404],
  ["what is mapped", /^GET .*role-mappings\/clients\/[0-9a-f-]+$/, 403],
] as const)(
  "a report checks again when an answer says that %s is gone or hidden (%s, %i)",
  async (_, request, status) => {
    const subject = subjectOf(makeClient());
    const attempt = await attemptTo(subject, "add", "event-reader");
    const done = await run(subject, attempt);
    const lasting = () => Array.from({ length: 9 }, () => ({ request, fault: answering(status) }));
    faults = lasting();
    const undone = await resume(subject, done, "back");
    expect(linesOf(undone)).toEqual(["mapping view-events: true"]);
    expect(undone.thrown).toBeInstanceOf(AdminApiError);
    faults = lasting();
    expect(linesOf(await review(subject, done))).toEqual(["mapping view-events: true"]);
    faults = [];
    expect(isReached(await resume(subject, undone, "back"))).toBe(true);
  },
);

test("an account that is deleted between two writes is searched for again in the read-back", async () => {
  const clientUuid = makeClient({ fullScopeAllowed: false });
  const subject = subjectOf(clientUuid);
  const attempt = await attemptTo(subject, "add", "event-reader");
  const switchOff: Fault = async (answer) => {
    await keycloak.fetch(
      new URL(`https://kc.example.org/admin/realms/demo/clients/${clientUuid}`),
      {
        method: "PUT",
        headers: { authorization: "Bearer anna", "content-type": "application/json" },
        body: JSON.stringify({ serviceAccountsEnabled: false }),
      },
    );
    return answer();
  };
  faults = [{ request: /^POST .*scope-mappings/, fault: switchOff }];
  const outcome = await run(subject, attempt);
  expect(linesOf(outcome)).toEqual(["mapping view-events: false", "scope view-events: true"]);
  expect(outcome.state).toBeDefined();
});

test("without an account no role is assigned, and the rest of the plan is done", async () => {
  const clientUuid = makeClient({ fullScopeAllowed: false });
  const subject = subjectOf(clientUuid);
  const attempt = await attemptTo(subject, "add", "event-reader");
  faults = [{ request: /^POST/, fault: cut }];
  const stopped = await run(subject, attempt);
  await subject.api.clients.update({ id: clientUuid }, { serviceAccountsEnabled: false });
  sent = [];
  const continued = await resume(subject, stopped, "forward");
  expect(writes()).toEqual(["POST /clients/*/scope-mappings/clients/*"]);
  expect(linesOf(continued)).toEqual(["mapping view-events: false", "scope view-events: true"]);
  expect(continued.thrown).toMatchObject({ attempt: "readServiceAccount", failure: "notFound" });
});

test("Undo removes a role that was renamed after it was assigned, and says so only when it is gone", async () => {
  const clientUuid = makeClient();
  const other = realm.makeClient({ clientId: "other" });
  const role = realm.makeClientRole(other, "reader");
  const subject = subjectOf(clientUuid);
  const own = { ...subject, options: { ...subject.options, adminClientId: "other" } };
  const before = await snapshotOf(own);
  const grant = { place: "mapping", role: { container: "admin", ...role } } as const;
  const outcome = await run(own, { change: { add: [grant], remove: [] }, before });
  expect(linesOf(outcome)).toEqual(["mapping reader: true"]);
  realm.renameRole(role.id, "former reader");
  faults = [{ request: /^DELETE/, fault: answering(403) }];
  expect(linesOf(await resume(own, outcome, "back"))).toEqual(["mapping reader: true"]);
  expect(linesOf(await resume(own, outcome, "back"))).toEqual(["mapping reader: false"]);
});
