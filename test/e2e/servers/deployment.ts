/** The deployments of Keycloak for the stories. */
export const deploymentNames = ["usual", "oldest", "split"] as const;

/**
 * - `usual`: the Keycloak under test, the newest unless another is named; one address, plain http.
 * - `oldest`: the oldest supported one, one address, plain http.
 * - `split`: the Keycloak under test with TLS, console and login on two hosts, below a relative path.
 */
export type DeploymentName = (typeof deploymentNames)[number];

/** A running Keycloak with the built JAR, its theme selected in `master`. */
export interface Deployment {
  readonly name: DeploymentName | "other";
  /** Where the console is, with the relative path and no slash at the end. */
  readonly consoleUrl: string;
  /** Where people sign in, likewise. */
  readonly loginUrl: string;
  /** Where the tests themselves reach the Admin API: plain http on this machine. */
  readonly apiUrl: string;
  readonly adminUsername: string;
  readonly adminPassword: string;
}
