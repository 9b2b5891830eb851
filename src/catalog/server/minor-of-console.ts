import entryScripts from "../measured/entry-scripts.json";

const minors = new Map<string, string>(
  Object.entries(entryScripts).flatMap(([minor, hashes]) =>
    hashes.map((hash) => [`main-${hash}.js`, minor] as const),
  ),
);

/**
 * The minor of Keycloak that a console is of, such as `26.7`, told by the file name of its entry script;
 * undefined for one that is not known, which may be newer.
 */
export function minorOfConsole(entryScript: string | undefined): string | undefined {
  return minors.get(entryScript ?? "");
}
