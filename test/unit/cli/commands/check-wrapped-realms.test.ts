/** `presets check` of realms within resources of Kubernetes, with the lines of their findings. */
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

const indent = (text: string, by: number) => text.replaceAll(/^(?=.)/gm, " ".repeat(by));

/** A realm in which `ops` holds too much, on its line 8. */
const yamlRealm = `realm: demo
clients:
- {clientId: ops, serviceAccountsEnabled: true}
users:
- username: service-account-ops
  serviceAccountClientId: ops
  clientRoles:
    realm-management: [manage-users]
`;
/** The same, on line 5. */
const jsonRealm = `{"realm": "demo",
"clients": [{"clientId": "ops", "serviceAccountsEnabled": true}],
"users": [{"username": "service-account-ops",
"serviceAccountClientId": "ops", "clientRoles": {"realm-management":
["manage-users"]}}]}
`;

const realmImport = `apiVersion: k8s.keycloak.org/v2alpha1
kind: KeycloakRealmImport
metadata: {name: demo}
spec:
  keycloakCRName: kc
  realm:
${indent(yamlRealm, 4)}`;

const metadata = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: realms}\n";

const inBase64 = (text: string) => gzipSync(text).toString("base64");

test.each<[string, string, number]>([
  ["a KeycloakRealmImport", realmImport, 14],
  [
    "a ConfigMap with a realm file in YAML, beside other files",
    `${metadata}data:
  notes.txt: "realm: {"
  other.json: '{"name": "x"}'
  realm.yaml: |
${indent(yamlRealm, 4)}`,
    15,
  ],
  ["a ConfigMap with JSON", `${metadata}data:\n  realm.json: |-\n${indent(jsonRealm, 4)}`, 10],
  ["a ConfigMap with quoted JSON", `${metadata}data:\n  x.json: ${JSON.stringify(jsonRealm)}\n`, 5],
  [
    "a ConfigMap with a gzipped file",
    `${metadata}binaryData:\n  # that\n  realm.json.gz: ${inBase64(jsonRealm)}\n`,
    6,
  ],
  ["a list of resources", `apiVersion: v1\nkind: List\nitems:\n-\n${indent(realmImport, 2)}`, 18],
  [
    "a second document",
    `${metadata}data:\n  realm.yaml: |\n${indent(yamlRealm, 4)}---\n${realmImport}`,
    13,
  ],
])("%s is read, and its finding names the line", async (_, text, line) => {
  const file = folder.write(`${crypto.randomUUID()}.yaml`, text);
  const { exitCode, output } = await runPresets(["check", file, "--allow", "none"]);
  expect(exitCode).toBe(1);
  expect(output).toContain(`NOT ALLOWED  demo / ops: manage-users\n  at ${file}:${line}\n`);
});

test("all lines of a realm in a ConfigMap in JSON are that of its text", async () => {
  const data = { "realm.json": jsonRealm };
  const text = JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", data }, null, 1);
  const file = folder.write("config-map.json", text);
  const { output } = await runPresets(["check", file, "--allow", "none"]);
  expect(output).toContain(`  at ${file}:5\n`);
});

test("a mistake in a realm within a ConfigMap has its line", async () => {
  const broken = yamlRealm.replace("[manage-users]", "manage-users");
  const text = `${metadata}data:\n  realm.yaml: |\n${indent(broken, 4)}`;
  const file = folder.write("broken.yaml", text);
  const { exitCode, errors } = await runPresets(["check", file]);
  expect(exitCode).toBe(2);
  expect(errors).toContain(`${file}:13: `);
});

test("a realm file within a ConfigMap that can't be read is refused", async () => {
  const file = folder.write("half.yaml", `${metadata}data:\n  realm.json: '{"realm": '\n`);
  const { exitCode, errors } = await runPresets(["check", file]);
  expect(exitCode).toBe(2);
  expect(errors).toContain(`${file} could not be read`);
});

test("placeholders of keycloak-config-cli are replaced, and the lines stay", async () => {
  const text = yamlRealm
    .replace("realm: demo", "realm: $(env:REALM)")
    .replace("manage-users", "$(ROLE)");
  const file = folder.write("config-cli.yaml", text);
  const refused = await runPresets(["check", file, "--allow", "none"]);
  expect(refused.exitCode).toBe(2);
  expect(refused.errors).toContain(`${file}:1: $(env:REALM) matters here.`);
  expect(refused.errors).toContain(`${file}:8: $(ROLE) matters here.`);
  const values = folder.write("values.env", "REALM=demo\nROLE=manage-users\n");
  const { exitCode, output } = await runPresets([
    ...["check", file, "--allow", "none", "--env-file", values],
  ]);
  expect(exitCode).toBe(1);
  expect(output).toContain(`  at ${file}:8\n`);
});
