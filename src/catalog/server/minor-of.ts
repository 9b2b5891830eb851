/** The minor version, `26.4` for `26.4.7`: roles change between minor versions. */
export function minorOf(version: string): string {
  return version.split(".").slice(0, 2).join(".");
}
