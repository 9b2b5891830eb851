import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { javaProgram } from "./java-program.ts";

const password = "password";
let keyStore: Promise<{ store: Uint8Array; certificate: Uint8Array }> | undefined;

/** A form that uploads a certificate in PEM form. */
export async function certificateForm(): Promise<FormData> {
  const form = new FormData();
  form.set("keystoreFormat", "Certificate PEM");
  form.set("file", new Blob([new Uint8Array((await made()).certificate)]), "certificate.pem");
  return form;
}

/** A form that uploads a PKCS #12 key store. */
export async function keyStoreForm(): Promise<FormData> {
  const form = new FormData();
  form.set("keystoreFormat", "PKCS12");
  form.set("keyAlias", "key");
  form.set("keyPassword", password);
  form.set("storePassword", password);
  form.set("file", new Blob([new Uint8Array((await made()).store)]), "keys.p12");
  return form;
}

function made() {
  keyStore ??= makeKeyStore();
  return keyStore;
}

/** A key pair of the JDK's own `keytool`, which stands beside `java`. */
async function makeKeyStore() {
  const directory = await mkdtemp(join(tmpdir(), "measure-"));
  const [store, certificate] = [join(directory, "keys.p12"), join(directory, "certificate.pem")];
  const program = await javaProgram("keytool");
  const keytool = (...args: readonly string[]) =>
    promisify(execFile)(program, [
      ...args,
      ...["-keystore", store, "-storepass", password, "-alias", "key"],
    ]);
  try {
    await keytool("-genkeypair", "-keyalg", "RSA", "-dname", "CN=measured", "-storetype", "PKCS12");
    await keytool("-exportcert", "-rfc", "-file", certificate);
    return { store: await readFile(store), certificate: await readFile(certificate) };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
