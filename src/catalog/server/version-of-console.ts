import consoleVersions from "./console-versions.json";

const versions = new Map<string, string>(
  Object.entries(consoleVersions)
    .reverse()
    .map(([version, hash]) => [`main-${hash}.js`, version]),
);

/**
 * The version of Keycloak that a console is of, such as `26.7.3`, by the file name of its entry script;
 * undefined for one that isn't known, which may be newer. Of releases that share a console it is the oldest.
 */
export function versionOfConsole(entryScript: string | undefined): string | undefined {
  return versions.get(entryScript ?? "");
}
