import { expect, test } from "vitest";
import { runPresets } from "../run-presets.ts";

const exported = (...words: readonly string[]) => runPresets(["export", ...words]);

test("export writes several presets into one file, with each role once", async () => {
  const target = ["--format", "ansible", "--client", 'it\'s "x"', "--realm", "demo", "--scoped"];
  const { exitCode, output } = await exported("user-lookup", "access-review", ...target);
  expect(exitCode).toBe(0);
  expect(output.match(/view-users/g)).toHaveLength(2);
  expect(output).toContain("keycloak_client_rolescope");
});

test("export writes the address of the server without slashes at its end, or of a local one", async () => {
  const target = ["user-lookup", "--format", "kcadm", "--client", "api", "--realm", "demo"];
  expect((await exported(...target)).output).toContain("http://localhost:8080");
  const { output } = await exported(...target, "--server", "https://kc.example.org/auth//");
  expect(output).toMatch(/https:\/\/kc\.example\.org\/auth(?!\/)/);
});

test("export gives a client of master the roles over another realm", async () => {
  const target = ["--format", "kcadm", "--client", "api", "--realm", "master"];
  const { output } = await exported("user-lookup", ...target, "--administers", "demo");
  expect(output).toContain("demo-realm");
});

test("export writes a preset for master for a client of master", async () => {
  const target = ["--format", "kcadm", "--client", "api", "--realm", "master"];
  expect((await exported("realm-creation", ...target)).output).toContain("create-realm");
});

test.each([
  [
    "another realm for a client that is not of master",
    ["user-lookup", "--administers", "demo"],
    'A client of realm "other" administers only that realm',
  ],
  [
    "a preset for master for a client of another realm",
    ["realm-creation"],
    "The preset realm-creation is for clients of master",
  ],
  ["an unknown preset", ["user-lokup"], "Did you mean user-lookup?"],
  [
    "an address without https:// or http://",
    ["user-lookup", "--server", "localhost:8080"],
    "https:// or http://",
  ],
])("export refuses %s, and writes nothing to standard output", async (_, words, reason) => {
  const target = ["--format", "kcadm", "--client", "api", "--realm", "other"];
  const { exitCode, output, errors } = await exported(...words, ...target);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain(reason);
});

test.each([
  [["user-lookup", "--format", "word"], "Allowed choices are kcadm, terraform"],
  [["user-lookup", "--format", "kcadm"], "--client"],
  [["user-lookup", "--client", "api", "--realm", "demo"], "--format"],
])("export %j is refused, since something is missing or unknown", async (words, reason) => {
  const { exitCode, output, errors } = await exported(...words);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain(reason);
});

test("the help of export lists the formats", async () => {
  const { output } = await exported("--help");
  expect(output.replace(/\s+/g, " ")).toContain('(choices: "kcadm", "terraform", "ansible"');
});

test.each(["realm-json", "operator"])(
  "export refuses to write a name in %s that an import would replace, and says why",
  async (format) => {
    for (const [client, realm] of [
      ["a$\u007bHOME}", "demo"],
      ["a$(HOME)", "demo"],
      ["api", "$\u007bx}"],
    ] as const) {
      const words = ["user-lookup", "--format", format, "--client", client, "--realm", realm];
      const { exitCode, output, errors } = await exported(...words);
      expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
      expect(errors).toContain(client === "api" ? realm : client);
      expect(errors).toContain("Keycloak replaces $\u007b…} in names");
    }
  },
);

test("export refuses a realm to be administered whose name an import would replace", async () => {
  const target = ["--format", "realm-json", "--client", "api", "--realm", "master"];
  const { exitCode, errors } = await exported("user-lookup", ...target, "--administers", "$(x)");
  expect(exitCode).toBe(2);
  expect(errors).toContain("$(x)-realm");
});

test.each(["kcadm", "terraform", "ansible", "curl"])(
  "export writes such names in %s, which has an escape for them",
  async (format) => {
    const target = ["--format", format, "--client", "a$\u007bx}$(y)", "--realm", "demo"];
    const { exitCode, errors } = await exported("user-lookup", ...target, "--keycloak", "26.7");
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  },
);

test("export says what a partial import takes away and leaves out, on standard error", async () => {
  const target = ["user-lookup", "--format", "realm-json", "--client", "api", "--realm", "demo"];
  const plain = await exported(...target, "--keycloak", "26.7");
  expect(plain.errors).toContain("leaves only these roles");
  expect(plain.errors).not.toContain("A partial import ignores the client's scope");
  const { output, errors } = await exported(...target, "--scoped");
  expect(JSON.parse(output)).toHaveProperty("clientScopeMappings");
  expect(errors).toContain("A partial import ignores the client's scope");
});

test("export says that a format leaves out kc-admin-api, unless the server asks for none", async () => {
  const target = ["user-lookup", "--format", "operator", "--client", "api", "--realm", "demo"];
  expect((await exported(...target, "--keycloak", "26.8")).errors).toContain("kc-admin-api");
  expect((await exported(...target)).errors).toContain("kc-admin-api");
  expect((await exported(...target, "--keycloak", "26.7")).errors).toBe("");
});

test("export writes the operator's resource for the minor that is named", async () => {
  const target = ["user-lookup", "--format", "operator", "--client", "api", "--realm", "demo"];
  expect((await exported(...target)).output).toContain("v2beta1");
  expect((await exported(...target, "--keycloak", "26.4")).output).toContain("v2alpha1");
});

test("export refers to the resource that manages the client, in Terraform alone", async () => {
  const target = ["user-lookup", "--client", "api", "--realm", "demo"];
  const resource = ["--client-resource", 'module.apps.keycloak_openid_client.api["eu"]'];
  const own = ["--client-resource", 'keycloak_openid_client.api["eu"]'];
  const { output } = await exported(...target, "--format", "terraform", ...own);
  expect(output).toContain('keycloak_openid_client.api["eu"].service_account_user_id');
  expect(output).not.toContain("required_providers");
  const alone = await exported(...target, "--format", "terraform", "--standalone");
  expect(alone.output).toContain("required_providers");
  for (const words of [
    ["--format", "terraform", ...resource],
    ["--format", "kcadm", ...own],
    ["--format", "kcadm", "--standalone"],
  ]) {
    expect(await exported(...target, ...words)).toMatchObject({ exitCode: 2, output: "" });
  }
});
