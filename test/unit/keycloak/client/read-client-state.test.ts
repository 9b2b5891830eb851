import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ClientState } from "../../../../src/access/model/client-state.ts";
import type { Snapshot } from "../../../../src/access/model/snapshot.ts";
import { readClientState } from "../../../../src/keycloak/client/read-client-state.ts";
import { makeWorld, type World } from "../../model/world.ts";

let world: World;
/** The ends of the paths that were asked for, wave by wave: a wave is what is sent before an answer comes. */
let waves: string[][];

beforeEach(async () => {
  world = await makeWorld({ fullScopeAllowed: true, serviceAccountsEnabled: true });
  waves = [];
  const answer = globalThis.fetch;
  let isAnswered = true;
  vi.stubGlobal("fetch", async (url: URL, init: RequestInit) => {
    if (isAnswered) waves.push([]);
    isAnswered = false;
    waves.at(-1)?.push(url.pathname.split("/").at(-1) ?? "");
    // All that is asked for at the same time is asked for before any of it is answered.
    await new Promise((resolve) => setTimeout(resolve));
    isAnswered = true;
    return answer(url, init);
  });
});

afterEach(() => vi.unstubAllGlobals());

const read = (last?: Snapshot) => {
  const { api, options } = world.subject;
  return readClientState(
    api,
    { ...options, isAccountExpected: true, asksClientScope: false },
    last,
  );
};

const snapshotIn = (state: ClientState): Snapshot => {
  if (state.kind !== "ready") throw new Error(`The client is ${state.kind}.`);
  return state.snapshot;
};

test("a client that was not read before is read in two waves of requests", async () => {
  await read();
  expect(waves.map((wave) => wave.length)).toEqual([3, 4]);
});

test("a client that was read before is read in one wave, and found as it is now", async () => {
  const last = snapshotIn(await read());
  waves = [];
  const now = snapshotIn(await read({ ...last, mapped: new Set(), roles: new Map() }));
  expect(waves.map((wave) => wave.length)).toEqual([7]);
  expect(now).toEqual(last);
});

test("where the account was made anew meanwhile, what the new one holds is read", async () => {
  const last = snapshotIn(await read());
  await world.renewAccount();
  waves = [];
  const now = snapshotIn(await read(last));
  expect(now.serviceAccountUserId).not.toBe(last.serviceAccountUserId);
  expect(now.isReadable).toBe(true);
  expect(waves.map((wave) => wave.length)).toEqual([7, 4]);
});

test("where full scope was allowed meanwhile, no scope is told", async () => {
  const last = snapshotIn(await read());
  const wasNarrow = { ...last, client: { ...last.client, fullScopeAllowed: false } };
  const now = snapshotIn(await read(wasNarrow));
  expect(now.inScope).toBeUndefined();
});
