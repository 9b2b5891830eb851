import type { Java } from "./find-java.ts";

/**
 * The environment of a Keycloak process: the person's own, without what would configure the server
 * otherwise than asked (settings for another Keycloak, a debugger port), with the Java and the
 * bootstrap administrator given.
 *
 * The administrator is made when the database has none yet: Keycloak documentation, "Bootstrapping
 * and recovering an admin account", https://www.keycloak.org/server/bootstrap-admin-recovery.
 */
export function keycloakEnvironment(options: {
  environment: Readonly<NodeJS.ProcessEnv>;
  java: Java;
  adminUsername: string;
  adminPassword: string;
  /** Whether its times are measured: it then compiles as a server in use does. */
  isMeasured: boolean;
}): NodeJS.ProcessEnv {
  const kept = Object.entries(options.environment).filter(
    ([name]) => !/^(KC_|KCKEY_|KEYCLOAK_|QUARKUS_|JAVA_HOME$|JAVA_OPTS|DEBUG)/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    ...(options.java.home === undefined ? {} : { JAVA_HOME: options.java.home }),
    // A server that runs for minutes gains nothing from the second compiler. Measured on two cores
    // with 26.7.3: first start 26 s instead of 39 s, later starts 5.5 s instead of 7.
    ...(options.isMeasured ? {} : { JAVA_OPTS_APPEND: "-XX:TieredStopAtLevel=1" }),
    KC_BOOTSTRAP_ADMIN_USERNAME: options.adminUsername,
    KC_BOOTSTRAP_ADMIN_PASSWORD: options.adminPassword,
  };
}
