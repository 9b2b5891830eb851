import entryScripts from "./measured/entry-scripts.json";

const names = new Set(Object.keys(entryScripts));

/** Whether a console's entry script is that of a measured version; any other may be of a newer one. */
export function isMeasuredConsole(entryScript: string | undefined): boolean {
  return entryScript !== undefined && names.has(entryScript);
}
