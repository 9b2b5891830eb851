import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { DamagedArchiveError } from "./archive-source.ts";
import { hashOfFile } from "./hash-of-file.ts";
import { partialName } from "./partial-name.ts";
import { isComplete, unpackArchive } from "./unpack-archive.ts";

/** Where the cache keeps the archive of one version, its checksum and its unpacked tree. */
export interface CachePlaces {
  readonly archive: string;
  readonly checksum: string;
  readonly tree: string;
}

/** The places of one Keycloak version in the cache folder. */
export function cachePlaces(cache: string, version: string): CachePlaces {
  const archive = join(cache, `keycloak-${version}.tar.gz`);
  return { archive, checksum: `${archive}.sha256`, tree: join(cache, `keycloak-${version}`) };
}

/**
 * The unpacked Keycloak of an earlier download, or undefined when there was none.
 *
 * A sound tree is taken as it is; a damaged or missing one is unpacked again from its archive, if
 * that still has the checksum noted when it came. Throws a DamagedArchiveError when it doesn't.
 */
export async function treeFromCache(
  places: CachePlaces,
  version: string,
): Promise<string | undefined> {
  const noted = await readFile(places.checksum, "utf8").catch(() => undefined);
  const sha256 = noted === undefined ? "" : (/^[0-9a-f]{64}\b/.exec(noted)?.[0] ?? "");
  if (sha256 !== "" && (await isComplete(places.tree, sha256))) {
    return places.tree;
  }
  const archive = await stat(places.archive).catch(() => undefined);
  if (archive === undefined) {
    return undefined;
  }
  if ((await hashOfFile(places.archive, "sha256")) !== sha256) {
    throw new DamagedArchiveError("its checksum is not the one noted when it came");
  }
  await unpackArchive({ archive: places.archive, sha256, version, tree: places.tree });
  return places.tree;
}

/**
 * Takes a downloaded archive into the cache: unpacks it, which proves it, then keeps it with its
 * SHA-256. Returns the unpacked tree; throws a DamagedArchiveError when it can't be unpacked.
 */
export async function keepInCache(
  places: CachePlaces,
  version: string,
  download: string,
): Promise<string> {
  const sha256 = await hashOfFile(download, "sha256");
  await unpackArchive({ archive: download, sha256, version, tree: places.tree });
  // The checksum first: an archive without one would count as damaged.
  const note = partialName(join(places.archive, ".."));
  await writeFile(note, `${sha256}  keycloak-${version}.tar.gz\n`);
  await rename(note, places.checksum);
  await rename(download, places.archive);
  return places.tree;
}

/** Removes what the cache keeps of one version. */
export async function dropFromCache(places: CachePlaces): Promise<void> {
  for (const path of [places.archive, places.checksum, places.tree]) {
    await rm(path, { recursive: true, force: true });
  }
}

const folderName = "keycloak-service-account-presets";

/**
 * The folder where downloads are kept between runs and between clones of this project.
 *
 * `KEYCLOAK_CACHE` names it outright; else it lies where the system keeps caches:
 * `XDG_CACHE_HOME` (XDG Base Directory Specification,
 * https://specifications.freedesktop.org/basedir-spec/latest/), `LOCALAPPDATA` on Windows,
 * `~/.cache` elsewhere. The folder need not exist yet.
 */
export function cacheDirectory(environment: Readonly<NodeJS.ProcessEnv> = process.env): string {
  const { KEYCLOAK_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = environment;
  const parent = XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), ".cache");
  return KEYCLOAK_CACHE || join(parent, folderName);
}
