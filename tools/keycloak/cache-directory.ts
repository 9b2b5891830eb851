import { homedir } from "node:os";
import { join } from "node:path";

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
