import type { Deployment } from "../e2e/servers/deployment.ts";
import type { FaultCase } from "./fault-cases.ts";
import { type FaultsRealm, makeFaultsRealm } from "./faults-realm.ts";
import type { Problem } from "./judge.ts";

/** The realms of a server that cases share. */
export interface FaultsRealms {
  readonly server: Deployment;
  readonly shared: FaultsRealm;
  readonly master: FaultsRealm;
  readonly dispose: () => Promise<void>;
}

/** Makes the realms that cases share. */
export async function makeFaultsRealms(server: Deployment): Promise<FaultsRealms> {
  const [shared, master] = await Promise.all([
    makeFaultsRealm(server),
    makeFaultsRealm(server, true),
  ]);
  return { server, shared, master, dispose: () => shared.api.delete(shared.realmPath) };
}

/** Runs a case in the realm it needs. A case that can't be told is broken, and counts as a problem. */
export async function runCase(
  { server, shared, master }: FaultsRealms,
  { realm, run }: FaultCase,
): Promise<readonly Problem[]> {
  try {
    if (realm === "shared") return await run(shared);
    if (realm === "master") return await run(master);
    const own = await makeFaultsRealm(server);
    try {
      return await run(own);
    } finally {
      // Most of these cases have deleted it themselves.
      await own.api.delete(own.realmPath).catch(() => undefined);
    }
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [{ verdict: "broken", text }];
  }
}
