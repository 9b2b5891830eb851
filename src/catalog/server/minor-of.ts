/** The minor of a version, `26.4` of `26.4.7`: what a role allows changes from minor to minor. */
export function minorOf(version: string): string {
  return version.split(".").slice(0, 2).join(".");
}
