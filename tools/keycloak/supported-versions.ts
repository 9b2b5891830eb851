/** The newest patch of each supported minor that Maven has, oldest first. */
export const supportedVersions = [
  "26.0.8",
  "26.2.5",
  "26.4.7",
  "26.5.6",
  "26.6.4",
  "26.7.3",
] as const;

/** The Keycloak that is started where nobody names another. */
export const newestVersion = "26.7.3";

/** The oldest Keycloak on which everything must work. */
export const oldestVersion = "26.0.8";

/** Orders versions or minors, the older first: 26.9 is older than 26.10. */
export const compareVersions = (a: string, b: string): number =>
  a.localeCompare(b, "en", { numeric: true });
