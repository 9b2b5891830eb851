import { join } from "node:path";
import { findJava } from "../../../tools/keycloak/find-java.ts";

/** How to call a program of the Java that runs Keycloak, such as `java` or `keytool`. */
export async function javaProgram(name: string): Promise<string> {
  const { home } = await findJava({});
  return home === undefined ? name : join(home, "bin", name);
}
