import { planFullScope } from "../../src/access/plan/full-scope.ts";
import { createAdminApi as createProductApi } from "../../src/keycloak/api/admin-api.ts";
import {
  type FullScopeOutcome,
  turnOffFullScope,
  turnOnFullScope,
} from "../../src/keycloak/change/turn-off-full-scope.ts";
import { createReadFullScope } from "../../src/keycloak/client/read-full-scope.ts";
import { surveyServiceAccounts } from "../../src/keycloak/survey/survey-service-accounts.ts";
import { createAdminApi } from "../../test/e2e/realm/admin-api.ts";
import type { Deployment } from "../../test/e2e/servers/deployment.ts";
import { inOrder } from "./in-order.ts";
import { chanceFrom, makeRealm, type PlannedClient, planClients } from "./make-realm.ts";
import { type Effect, readEffect } from "./read-effect.ts";

/** What came of one client. */
export interface ClientResult {
  readonly client: PlannedClient;
  readonly before: Effect;
  readonly after: Effect;
  /** How many roles were added to its scope. */
  readonly added: number;
  /** What went wrong, in sentences. */
  readonly wrong: readonly string[];
}

interface FullScopeRun {
  readonly server: Deployment;
  readonly seed: number;
  readonly count: number;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
}

const realm = "full-scope";

/** Works on all items, few at a time, and keeps their order. */
async function inTurn<Item, Result>(
  items: readonly Item[],
  signal: AbortSignal,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<Item, Result>();
  const open = items.values();
  const drain = async () => {
    for (const item of open) {
      signal.throwIfAborted();
      results.set(item, await work(item));
    }
  };
  await Promise.all([drain(), drain(), drain()]);
  return items.flatMap((item) => results.get(item) ?? []);
}

/** Makes the realm, turns full scope off for each client with the product's code, and compares. */
export async function runFullScope(run: FullScopeRun): Promise<readonly ClientResult[]> {
  const { server, seed, count, report, signal } = run;
  const chance = chanceFrom(seed);
  const clients = planClients(count, chance);
  const admin = createAdminApi(server);
  await admin.post("/admin/realms", makeRealm(realm, clients, chance));
  report(`Made ${count} clients.`);
  const api = createProductApi(server.apiUrl, realm, {
    accessToken: admin.token,
    forgetToken: () => undefined,
  });
  const survey = await surveyServiceAccounts(api, {
    ...{ administers: realm, adminClientId: "realm-management", isMaster: false, signal },
    onProgress: () => undefined,
  });
  const users = new Map(survey.users.map(({ username, userId }) => [username, userId]));
  const uuids = new Map([...survey.clients.values()].map((it) => [it.clientId, it.clientUuid]));
  const representationOf = (clientId: string) =>
    admin.get<Record<string, unknown>>(`/admin/realms/${realm}/clients/${uuids.get(clientId)}`);
  const scopeOf = (clientId: string) =>
    admin.get<unknown>(`/admin/realms/${realm}/clients/${uuids.get(clientId)}/scope-mappings`);
  const effectsOf = () =>
    inTurn(clients, signal, ({ clientId }) => readEffect(server, realm, clientId));

  const before = await effectsOf();
  report("Read all tokens before.");
  const settings = await inTurn(clients, signal, ({ clientId }) => representationOf(clientId));
  const scopes = await inTurn(clients, signal, ({ clientId }) => scopeOf(clientId));
  const read = createReadFullScope(api, undefined);
  const outcomes: (FullScopeOutcome | undefined)[] = [];
  const wrong = clients.map((): string[] => []);
  // One client after another, as the console does.
  for (const [place, { clientId }] of clients.entries()) {
    signal.throwIfAborted();
    const subject = {
      clientUuid: uuids.get(clientId) ?? "",
      userId: users.get(`service-account-${clientId}`) ?? "",
    };
    const state = await read(subject);
    const plan = planFullScope(state);
    if (typeof plan === "string" || plan.loses !== "nothing") {
      wrong[place]?.push(`It has no plan: ${JSON.stringify(plan)}.`);
      outcomes.push(undefined);
      continue;
    }
    const outcome = await turnOffFullScope(api, state.client, plan);
    if (outcome.problem !== undefined)
      wrong[place]?.push(`It stopped: ${String(outcome.problem)}.`);
    outcomes.push(outcome);
  }
  report("Turned full scope off.");
  const after = await effectsOf();
  const same = (a: unknown, b: unknown) => inOrder(a) === inOrder(b);
  for (const [place, { clientId }] of clients.entries()) {
    const of = wrong[place];
    if (before[place]?.token !== after[place]?.token) {
      of?.push(`The token changed: ${before[place]?.token} → ${after[place]?.token}.`);
    }
    if (!same(before[place]?.calls, after[place]?.calls)) {
      of?.push(`Calls changed: ${before[place]?.calls} → ${after[place]?.calls}.`);
    }
    const now = await representationOf(clientId);
    if (!same({ ...settings[place], fullScopeAllowed: false }, now)) {
      of?.push(
        `More of the client changed: ${JSON.stringify(settings[place])} → ${JSON.stringify(now)}.`,
      );
    }
  }
  for (const [place, outcome] of outcomes.entries()) {
    if (outcome === undefined) continue;
    const { problem } = await turnOnFullScope(api, outcome);
    if (problem !== undefined) wrong[place]?.push(`Undo stopped: ${String(problem)}.`);
    const { clientId } = outcome.client;
    if (!same(await scopeOf(clientId), scopes[place]))
      wrong[place]?.push("Undo left another scope.");
    const now = await representationOf(clientId);
    if (!same(now, settings[place])) {
      wrong[place]?.push(
        `Undo left other settings: ${JSON.stringify(settings[place])} → ${JSON.stringify(now)}.`,
      );
    }
  }
  report("Undid all.");
  const nothing: Effect = { token: "", roles: 0, calls: [] };
  return clients.map((client, place) => ({
    client,
    before: before[place] ?? nothing,
    after: after[place] ?? nothing,
    added: (outcomes[place]?.added ?? []).reduce((sum, { roles }) => sum + roles.length, 0),
    wrong: wrong[place] ?? [],
  }));
}
