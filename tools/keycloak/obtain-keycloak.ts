import { cacheDirectory } from "./archive/archive-cache.ts";
import type { ArchiveSource } from "./archive/archive-source.ts";
import { copyFromMaven } from "./archive/copy-from-maven.ts";
import { obtainKeycloakFrom } from "./archive/obtain-keycloak-from.ts";
import { releaseArchive } from "./archive/release-archive.ts";

const mavenArchive: ArchiveSource = {
  name: "Maven",
  take: ({ version, target, report }) =>
    copyFromMaven(`org.keycloak:keycloak-quarkus-dist:${version}:tar.gz`, target, report),
};

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
    sources: [releaseArchive(), mavenArchive],
  });
}
