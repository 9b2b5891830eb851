import { cacheDirectory } from "./cache-directory.ts";
import { mavenArchive } from "./maven-archive.ts";
import { obtainKeycloakFrom } from "./obtain-keycloak-from.ts";
import { releaseArchive } from "./release-archive.ts";

/**
 * Returns the home directory of an unpacked, pristine Keycloak of that version; never to be written
 * to.
 *
 * Asked in this order: the folder in `KEYCLOAK_HOME`, the cache of an earlier download, the
 * official release archive, Maven. Long steps are told through `report`, a line each. Throws an
 * ExpectedError with what was tried and what to do when none of them has it.
 */
export async function obtainKeycloak(options: {
  version: string;
  report: (line: string) => void;
}): Promise<string> {
  const { KEYCLOAK_HOME: home } = process.env;
  return await obtainKeycloakFrom({
    ...options,
    home,
    cache: cacheDirectory(),
    sources: [releaseArchive(), mavenArchive()],
  });
}
