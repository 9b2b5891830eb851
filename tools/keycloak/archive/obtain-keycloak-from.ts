import { mkdir, rm } from "node:fs/promises";
import { ExpectedError } from "../../command/expected-error.ts";
import {
  type CachePlaces,
  cachePlaces,
  dropFromCache,
  keepInCache,
  treeFromCache,
} from "./archive-cache.ts";
import type { ArchiveSource } from "./archive-source.ts";
import { DamagedArchiveError } from "./archive-source.ts";
import { keycloakVersionOf } from "./keycloak-version-of.ts";
import { partialName, removeAbandonedPartials } from "./partial-name.ts";
import { reasonOf } from "./reason-of.ts";

/** What is wanted, and everything that may have it, in the order in which it is asked. */
export interface ObtainRequest {
  readonly version: string;
  readonly report: (line: string) => void;
  /** An unpacked Keycloak that the person named. */
  readonly home: string | undefined;
  /** The folder of earlier downloads. */
  readonly cache: string;
  readonly sources: readonly ArchiveSource[];
}

/**
 * Returns the folder of an unpacked Keycloak of that version: the named home if it is that version,
 * else the cache, else what the first source that has it gives. Every step to the next is told in
 * one line. A damaged archive is taken once more from the same source before the next is asked.
 *
 * Throws an ExpectedError with what was tried and what to do when nothing has it.
 */
export async function obtainKeycloakFrom(request: ObtainRequest): Promise<string> {
  const { version, report, cache } = request;
  if (request.home && (await isWanted(request.home, version, report))) {
    return request.home;
  }
  await mkdir(cache, { recursive: true });
  await removeAbandonedPartials(cache);
  const places = cachePlaces(cache, version);
  try {
    const cached = await treeFromCache(places, version);
    if (cached !== undefined) {
      return cached;
    }
  } catch (error) {
    if (!(error instanceof DamagedArchiveError)) {
      throw error;
    }
    report(
      `The cached archive ${places.archive} is damaged: ${error.message}. Downloading it again.`,
    );
    await dropFromCache(places);
  }
  return await treeFromSources(request, places);
}

async function isWanted(
  home: string,
  version: string,
  report: (line: string) => void,
): Promise<boolean> {
  const found = await keycloakVersionOf(home);
  if (found === version) {
    return true;
  }
  const holds = found === undefined ? "no Keycloak" : `Keycloak ${found}`;
  report(`KEYCLOAK_HOME (${home}) holds ${holds}, not ${version}: continuing without it.`);
  return false;
}

async function treeFromSources(request: ObtainRequest, places: CachePlaces): Promise<string> {
  const { version, report, sources } = request;
  const failures: string[] = [];
  for (const [index, source] of sources.entries()) {
    report(`Getting Keycloak ${version} (about 170 MB): ${source.name} …`);
    try {
      return await treeFromSource(request, places, source);
    } catch (error) {
      const next = sources[index + 1];
      failures.push(`${source.name}: ${reasonOf(error)}`);
      report(
        `${source.name} gave no Keycloak ${version}: ${reasonOf(error)}.${next ? ` Next: ${next.name}.` : ""}`,
      );
    }
  }
  throw new ExpectedError(
    `Keycloak ${version} is not here and could not be downloaded (${failures.join("; ")}): connect to the network and check that this version exists, or set KEYCLOAK_HOME to the folder of an unpacked Keycloak ${version}, then run this again.`,
  );
}

async function treeFromSource(
  request: ObtainRequest,
  places: CachePlaces,
  source: ArchiveSource,
  attempt = 1,
): Promise<string> {
  const { version, report, cache } = request;
  const target = partialName(cache);
  try {
    await source.take({ version, target, report });
    report("Checking and unpacking it …");
    return await keepInCache(places, version, target);
  } catch (error) {
    if (error instanceof DamagedArchiveError && attempt === 1) {
      report(`What came from there is damaged: ${error.message}. Downloading it again.`);
      return await treeFromSource(request, places, source, 2);
    }
    throw error;
  } finally {
    await rm(target, { force: true });
  }
}
