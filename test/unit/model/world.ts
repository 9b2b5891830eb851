import { vi } from "vitest";
import type { ClientState } from "../../../src/access/model/client-state.ts";
import { type Change, type Grant, nameOfGrant } from "../../../src/access/model/grant.ts";
import type { Snapshot } from "../../../src/access/model/snapshot.ts";
import { makePlan } from "../../../src/access/plan/make-plan.ts";
import type { Outcome } from "../../../src/access/plan/outcome.ts";
import type { Mode } from "../../../src/access/plan/plan.ts";
import { presetStates } from "../../../src/access/presets/preset-state.ts";
import { presets } from "../../../src/catalog/presets/presets.ts";
import { createAdminApi } from "../../../src/keycloak/api/admin-api.ts";
import type { Subject } from "../../../src/keycloak/change/read-now.ts";
import { readClientState } from "../../../src/keycloak/client/read-client-state.ts";
import { createInMemoryKeycloak } from "../../in-memory-keycloak/create-in-memory-keycloak.ts";
import type { InMemoryRealm } from "../../in-memory-keycloak/in-memory-realm.ts";

/** What a request did: its method, the end of its path, and the names in its body. */
export interface Written {
  readonly method: string;
  readonly path: string;
  readonly names: readonly string[] | undefined;
}

/** How the network treats a request. */
export type Weather = "fine" | "cut before" | "cut after" | "500";

/** A realm with a client, the person at its tab, and what comes between. */
export interface World {
  readonly realm: InMemoryRealm;
  readonly clientUuid: string;
  readonly groupId: string;
  readonly subject: Subject;
  /** What the person's tab knows. */
  known: Snapshot;
  /** The last change that was made or begun. */
  last: Outcome | undefined;
  /** What the person's tab has written since this was emptied. */
  written: Written[];
  /** What somebody else does before one of the requests to come, by their count from now. */
  meanwhile: Map<number, () => Promise<void>>;
  /** How the requests to come are treated; fine where nothing is said. */
  weather: Map<number, Weather>;
  count: number;
  /** Switches service accounts off and on, which makes a new account that holds nothing. */
  readonly renewAccount: () => Promise<void>;
}

/** Makes the world and lets the tab's requests go to it. */
export async function makeWorld({
  isScopeOptional = false,
  ...settings
}: {
  readonly fullScopeAllowed: boolean;
  readonly serviceAccountsEnabled: boolean;
  /** Whether the client has the Admin API's client scope as an optional one. */
  readonly isScopeOptional?: boolean;
}): Promise<World> {
  const keycloak = createInMemoryKeycloak();
  const realm = keycloak.makeRealm("demo");
  realm.makeAdministrator({ token: "anna", adminRoles: ["realm-admin"] });
  const scopeId = realm.makeClientScope("kc-admin-api");
  const groupId = realm.makeGroup("readers");
  const clientUuid = realm.makeClient({ clientId: "api", publicClient: false, ...settings });
  const tokens = { accessToken: async () => "anna", forgetToken: () => undefined };
  const subject: Subject = {
    api: createAdminApi("https://kc.example.org", "demo", tokens),
    options: {
      clientUuid,
      adminClientId: "realm-management",
      isMaster: false,
      clientIdHint: undefined,
      loginRealm: "demo",
      asksClientScope: true,
    },
  };
  const send = (method: string, path: string, body?: object) =>
    keycloak.fetch(`https://kc.example.org/admin/realms/demo/clients/${clientUuid}${path}`, {
      method,
      headers: { authorization: "Bearer anna", "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  if (isScopeOptional) await send("PUT", `/optional-client-scopes/${scopeId}`);
  const world: World = {
    realm,
    clientUuid,
    groupId,
    subject,
    known: undefined as unknown as Snapshot,
    last: undefined,
    written: [],
    meanwhile: new Map(),
    weather: new Map(),
    count: 0,
    renewAccount: async () => {
      for (const serviceAccountsEnabled of [false, true]) {
        await send("PUT", "", { serviceAccountsEnabled });
      }
    },
  };
  vi.stubGlobal("fetch", async (url: URL, init: RequestInit) => {
    const index = world.count;
    world.count += 1;
    await world.meanwhile.get(index)?.();
    const weather = world.weather.get(index) ?? "fine";
    if (weather === "cut before") throw new TypeError("network error");
    if (weather === "500") return Response.json({}, { status: 500 });
    const { method = "GET", body } = init;
    if (method !== "GET") world.written.push({ method, path: url.pathname, names: namesIn(body) });
    const answer = await keycloak.fetch(url, init);
    if (weather === "cut after") throw new TypeError("network error");
    return answer;
  });
  world.known = readyOr(await look(world), undefined);
  return world;
}

function namesIn(body: unknown): readonly string[] | undefined {
  const sent: unknown = typeof body === "string" ? JSON.parse(body) : undefined;
  return Array.isArray(sent) ? sent.map(({ name }: { name: string }) => name) : undefined;
}

/** What the server says now, asked in fine weather. */
export async function look({ subject }: World): Promise<ClientState> {
  return readClientState(subject.api, subject.options);
}

/** The snapshot of a state; another one where the client is gone. */
export function readyOr(state: ClientState | undefined, other: Snapshot | undefined): Snapshot {
  if (state?.kind === "ready") return state.snapshot;
  if (other === undefined) throw new Error("The client can't be read.");
  return other;
}

/** The change that a goal comes to, on what the tab knows. */
export function planOf({ known }: World, mode: Mode, ids: readonly string[]): Change {
  const chosen = presets.filter(({ id }) => ids.includes(id));
  return makePlan({ mode, presets: chosen }, known, presetStates(known)).change;
}

/** What of a written request was not in the change. */
export function beyond({ add, remove }: Change, { method, path, names }: Written): string[] {
  const place = path.includes("/role-mappings/")
    ? "mapping"
    : path.includes("/scope-mappings/")
      ? "scope"
      : path.includes("-client-scopes/")
        ? "clientScope"
        : "account";
  const grants = place === "clientScope" || place === "account" ? [...add, ...remove] : [];
  if (grants.length > 0 || names === undefined) {
    return grants.some((grant) => grant.place === place) ? [] : [`${method} ${path}`];
  }
  const allowed = (method === "DELETE" ? remove : add)
    .filter((grant: Grant) => grant.place === place)
    .map(nameOfGrant);
  return names.length === 0
    ? [`${method} of nothing`]
    : names.filter((name) => !allowed.includes(name));
}
