import type { Java } from "./find-java.ts";

/**
 * Ten times the default thresholds of Java's second compiler. A server that runs for minutes has no use for
 * it, except where it makes RSA keys. Measured on two cores with 26.7.3: 130 stories take 168 s (200 s with
 * the defaults, 165 s without that compiler), and calls that make keys 91 s (103 s, and up to 218 s).
 *
 * @see [The java command](https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html), tiered compilation
 */
const lateOptimisation = [
  "-XX:Tier4InvocationThreshold=50000",
  "-XX:Tier4MinInvocationThreshold=6000",
  "-XX:Tier4CompileThreshold=150000",
  "-XX:Tier4BackEdgeThreshold=400000",
].join(" ");

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
    ...(options.isMeasured ? {} : { JAVA_OPTS_APPEND: lateOptimisation }),
    KC_BOOTSTRAP_ADMIN_USERNAME: options.adminUsername,
    KC_BOOTSTRAP_ADMIN_PASSWORD: options.adminPassword,
  };
}
