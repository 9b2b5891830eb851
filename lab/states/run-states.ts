import { randomUUID } from "node:crypto";
import { createAdminApi } from "../../test/e2e/realm/admin-api.ts";
import type { Deployment } from "../../test/e2e/servers/deployment.ts";
import { compareCounts } from "./compare/compare-counts.ts";
import { compareStatements } from "./compare/compare-statements.ts";
import type { Compared } from "./compare/compared.ts";
import { findTruth, type WholeAnswers } from "./oracle/find-truth.ts";
import { lineOf, oracleCalls } from "./oracle/oracle-calls.ts";
import type { State } from "./state/factors.ts";
import { presetIdOf } from "./state/own-preset.ts";
import type { NumberedState } from "./state/random-states.ts";
import { realmKeyOf } from "./state/realm-key.ts";
import { hasWorkflows, statesOnVersion } from "./state/states-on-version.ts";
import type { Product } from "./statements/product.ts";
import type { ListStatements } from "./statements/read-list.ts";
import type { Statements } from "./statements.ts";
import type { Truth } from "./truth.ts";
import { type Administrators, makeAdministrators } from "./world/administrators.ts";
import { clientSecret } from "./world/client-of-state.ts";
import { makeRealm, type StatesRealm } from "./world/make-realm.ts";
import { readStockRoles, type StockRole } from "./world/roles-of-realm.ts";

/** What came of a state, or of a list that shows several. */
export interface StateResult {
  /** Numbers of the states that it is about. */
  readonly numbers: readonly number[];
  readonly state: State;
  readonly compared: readonly Compared[];
}

/** What is run, and where. */
export interface StatesRun {
  readonly server: Deployment;
  /** The server's version. */
  readonly version: string;
  /** How the names of realms and administrators begin; what makes them unique is added. */
  readonly name: string;
  readonly states: readonly NumberedState[];
  /** The product, and such as were broken on purpose; each is asked before the truth is looked for. */
  readonly products: readonly Product[];
  readonly onResult: (product: number, result: StateResult) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Realms that are looked at at the same time. */
const atOnce = 3;

/** Makes all states, asks the product what it says of them, and compares that with the truth. */
export async function runStates(run: StatesRun): Promise<void> {
  const { server, version, signal } = run;
  const states = statesOnVersion(version, run.states);
  const name = `${run.name}-${randomUUID().slice(0, 8)}`;
  const api = createAdminApi(server);
  await using administrators = await makeAdministrators(server, api, name);
  const world = { administrators, stock: await readStockRoles(api) };
  const groups = new Map<string, NumberedState[]>();
  for (const it of states) {
    const key = realmKeyOf(it.state);
    groups.set(key, [...(groups.get(key) ?? []), it]);
  }
  const open = [...groups.values()].entries();
  const drain = async () => {
    for (const [place, group] of open) {
      signal?.throwIfAborted();
      await runRealm(run, world, `${name}-${place}`, group);
    }
  };
  // All come to their end before the administrators are deleted, also where one fails.
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, drain));
  for (const end of ended) if (end.status === "rejected") throw end.reason;
}

/** What all realms of a run share. */
interface World {
  readonly administrators: Administrators;
  readonly stock: readonly StockRole[];
}

/** The states of one realm. */
async function runRealm(
  { server, version, products, onResult, signal }: StatesRun,
  { administrators, stock }: World,
  name: string,
  states: readonly NumberedState[],
): Promise<void> {
  const api = createAdminApi(server);
  const realm = await makeRealm(api, name, states, stock);
  try {
    await administrators.letIn(name, new Set(states.map(({ state }) => state.rights)));
    const madeAt = Date.now();
    const look = lookAt(server, realm, administrators);
    const said = [];
    for (const product of products) said.push(await look(product));
    const readAt = Date.now();
    const whole: WholeAnswers = new Map();
    const shipped = new Map(stock.map(({ name, includes }) => [name, includes]));
    const truths = new Map<number, Truth>();
    for (const state of realm.states) {
      signal?.throwIfAborted();
      const subject = {
        ...{ baseUrl: server.apiUrl, realm: name, targets: realm, madeAt, readAt },
        ...{ clientUuid: state.clientUuid, managementUuid: realm.managementUuid },
        ends: hasWorkflows(version) ? state.ends : undefined,
        ownPreset: {
          ...{ presetId: presetIdOf(state.state), shipped },
          actor: { baseUrl: server.apiUrl, ...administrators.tokensOf(state.state.rights) },
        },
        credentials: {
          ...{ clientId: state.clientId, secret: clientSecret, kind: state.state.credential },
        },
      };
      truths.set(state.number, await findTruth(api, subject, whole));
    }
    for (const [place, { statements, lists }] of said.entries()) {
      for (const { number, state } of realm.states) {
        const of = statements.get(number);
        const truth = truths.get(number);
        if (of === undefined || truth === undefined) continue;
        const compared = compareStatements(of, truth);
        onResult(place, { numbers: [number], state, compared });
      }
      for (const [rights, list] of lists) {
        const [first] = realm.states.filter(({ state }) => state.rights === rights);
        if (first === undefined) continue;
        const numbers = realm.states.map(({ number }) => number);
        const compared = compareCounts(list.counts, [...truths.values()]);
        onResult(place, { numbers, state: first.state, compared });
      }
    }
  } finally {
    await api.delete(realm.path);
  }
}

interface Said {
  readonly statements: ReadonlyMap<number, Statements>;
  readonly lists: ReadonlyMap<State["rights"], ListStatements>;
}

/** What a product says of all states of a realm, each to the administrator of that state. */
function lookAt(server: Deployment, realm: StatesRealm, administrators: Administrators) {
  const questions = new Map(
    oracleCalls.map((call) => {
      const [method, path] = lineOf(call, realm).split(" ");
      return [call.id, `${method} ${server.apiUrl}${path}`] as const;
    }),
  );
  return async (product: Product): Promise<Said> => {
    const statements = new Map<number, Statements>();
    const lists = new Map<State["rights"], ListStatements>();
    for (const it of realm.states) {
      const { rights } = it.state;
      const presetId = presetIdOf(it.state);
      const tokens = administrators.tokensOf(rights);
      const look = { baseUrl: server.apiUrl, realm: realm.realm, tokens };
      const list = lists.get(rights) ?? (await product.list(look));
      lists.set(rights, list);
      const tab = await product.tab(look, {
        ...{ clientUuid: it.clientUuid, clientId: it.clientId, presetId, questions },
      });
      statements.set(it.number, { ...tab, list: list.rowOf(it.clientId, presetId) });
    }
    return { statements, lists };
  };
}
