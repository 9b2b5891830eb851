/** Orders versions or minors, the older first: 26.9 is older than 26.10. */
export const compareVersions = (a: string, b: string): number =>
  a.localeCompare(b, "en", { numeric: true });
