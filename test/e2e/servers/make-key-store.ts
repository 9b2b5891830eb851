import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { consoleHost, loginHost } from "./split-hosts.ts";

/** A file with a self-signed certificate and its key. */
export interface KeyStore {
  readonly file: string;
  readonly password: string;
}

/** Makes a certificate for the two hosts of the split deployment with Java's own `keytool`. */
export async function makeKeyStore(folder: string): Promise<KeyStore> {
  const file = join(folder, "split-hosts.p12");
  const password = "changeit";
  const { JAVA_HOME } = process.env;
  const keytool = JAVA_HOME === undefined ? "keytool" : join(JAVA_HOME, "bin", "keytool");
  await promisify(execFile)(keytool, [
    ...["-genkeypair", "-alias", "split-hosts", "-keyalg", "EC", "-validity", "30"],
    ...["-dname", `CN=${consoleHost}`, "-ext", `san=dns:${consoleHost},dns:${loginHost}`],
    ...["-keystore", file, "-storetype", "PKCS12", "-storepass", password],
  ]);
  return { file, password };
}
