/** What `presets check` says of files that are no realm files. */
import { expect, test } from "vitest";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

const check = (content: string, ending: string) =>
  runPresets(["check", folder.write(`${crypto.randomUUID()}.${ending}`, content)]);

test.each<[object | string, string]>([
  [{ clientId: "ops" }, "a single client. Pass the export of its realm"],
  [{ username: "ada" }, "a single user. Pass the export of its realm"],
  [{ clients: [] }, "part of a realm"],
  [{ apiVersion: "v1", kind: "ConfigMap" }, "none of its files contains a realm"],
  [{ apiVersion: "k8s.keycloak.org/v2alpha1", kind: "Keycloak" }, "Pass its KeycloakRealmImport"],
  [{ apiVersion: "apps/v1", kind: "Deployment" }, "a Deployment for Kubernetes"],
  [{ apiVersion: "v1", kind: ["a"] }, "a resource for Kubernetes"],
  [{ apiVersion: "v2", name: "keycloak", version: "1.0.0" }, "helm template"],
  [{ terraform_version: "1.9", lineage: "a", resources: [] }, "terraform show -json"],
  [{ terraform_version: "1.9", values: {} }, "a Terraform state"],
  [{ log: { entries: [] } }, "a HAR file"],
  [{ name: "app", version: "1.0.0", dependencies: {} }, "package.json"],
  [{ issuer: "x", token_endpoint: "x" }, "the OpenID configuration"],
  [{ access_token: "secret-token" }, "a token response"],
  [{ services: { keycloak: {} } }, "a Compose file"],
  [{ openapi: "3.0.0" }, "an API description"],
  [{ "auth-server-url": "x", resource: "ops" }, "a client adapter"],
  ["eyJhbGciOiJub25lIn0.eyJzdWIiOiJzZWNyZXQtdG9rZW4ifQ.x", "an access token"],
  [{}, "contains no realm"],
  [{ toString: 1 }, "contains no realm"],
])("a file without a realm is told for what it seems to be: %j", async (content, told) => {
  const { exitCode, output, errors } = await check(JSON.stringify(content), "json");
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain(told);
  expect(errors).not.toMatch(/secret-token|eyJ/);
});

test("the template of a chart can't be read", async () => {
  const { exitCode, errors } = await check("{{- if .Values.realm }}\nrealm: demo\n", "yaml");
  expect(exitCode).toBe(2);
  expect(errors).toContain("could not be read");
  expect(errors).toContain("Pass the output of helm template.");
});
