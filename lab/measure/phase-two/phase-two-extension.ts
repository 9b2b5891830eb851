/**
 * The release of Phase Two's organizations extension that is measured, on the newest minor of
 * Keycloak that it works on: with 26.6 and 26.7 the server starts, but answers each of its calls with
 * 500, since a method that it calls (`Cors.allowedOrigins`) is another one there.
 *
 * @see [keycloak-orgs](https://github.com/p2-inc/keycloak-orgs)
 */
export const phaseTwoExtension = {
  name: "keycloak-orgs 0.144",
  keycloakVersion: "26.5.6",
  /** Its classes are compiled for this one. */
  oldestJava: 21,
  /** Maven coordinates of its JAR and of the one that it looks up domains with, which it doesn't bring along. */
  artifacts: ["io.phasetwo.keycloak:keycloak-orgs:0.144", "dnsjava:dnsjava:3.6.4"],
} as const;
