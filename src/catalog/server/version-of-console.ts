import consoleVersions from "./console-versions.json";

const versions = new Map<string, string>(
  Object.entries(consoleVersions)
    .reverse()
    .map(([version, hash]) => [`main-${hash}.js`, version]),
);

/**
 * The Keycloak version of a console, such as `26.7.3`, by the file name of its entry script;
 * undefined for an unknown one, which may be newer. If releases share a console, it is the oldest
 * of them.
 */
export function versionOfConsole(entryScript: string | undefined): string | undefined {
  return versions.get(entryScript ?? "");
}
