import { ExpectedError } from "../../../tools/keycloak/expected-error.ts";
import { findJava } from "../../../tools/keycloak/find-java.ts";

/** Throws an ExpectedError when the Java that would run Keycloak is older than that. */
export async function requireJava(oldest: number): Promise<void> {
  const { majorVersion, home } = await findJava({});
  if (majorVersion >= oldest) return;
  const place = home === undefined ? "PATH" : `JAVA_HOME (${home})`;
  throw new ExpectedError(
    `The extension needs Java ${oldest} or newer, but ${place} holds Java ${majorVersion}: install a JDK (for example Eclipse Temurin ${oldest}, https://adoptium.net), set JAVA_HOME to its folder, then run this again.`,
  );
}
