import type { FaultCase } from "./fault-cases.ts";
import { type FaultsRealm, makeFaultsRealm } from "./faults-realm.ts";
import type { Host } from "./host.ts";
import type { Problem } from "./problem.ts";

/** The realms of a server that cases share. */
export interface FaultsRealms extends AsyncDisposable {
  readonly host: Host;
  readonly shared: FaultsRealm;
  readonly master: FaultsRealm;
}

/** Makes the realms that cases share: `await using realms = await makeFaultsRealms(host)`. */
export async function makeFaultsRealms(host: Host): Promise<FaultsRealms> {
  const shared = await makeFaultsRealm(host);
  const master = await makeFaultsRealm(host, true);
  const dispose = () => host.api.delete(shared.realmPath);
  return { host, shared, master, [Symbol.asyncDispose]: dispose };
}

/**
 * Runs a case in the realm it needs. A case that can't be evaluated is broken and counts as a
 * problem.
 */
export async function runCase(
  { host, shared, master }: FaultsRealms,
  { realm, run }: FaultCase,
): Promise<readonly Problem[]> {
  try {
    if (realm === "shared") return await run(shared);
    if (realm === "master") return await run(master);
    const own = await makeFaultsRealm(host);
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
