import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { root } from "../../tools/test/root.ts";
import { documentedScript } from "../documented-script.ts";
import { makeFolder } from "./make-folder.ts";
import { runScript, startScript } from "./start-script.ts";

/** A realm as Keycloak exports it, in which one program holds that role. */
const realmWith = (role: string) =>
  JSON.stringify({
    realm: "demo",
    clients: [
      { clientId: "realm-management", bearerOnly: true },
      { clientId: "billing", serviceAccountsEnabled: true },
    ],
    roles: { client: { "realm-management": [{ name: role, composite: false }] } },
    users: [
      {
        username: "service-account-billing",
        serviceAccountClientId: "billing",
        clientRoles: { "realm-management": [role] },
      },
    ],
  });

let folder = "";
/** What a reader has who runs `presets` from a package, and `dist/` from a checkout. */
let here = "";
beforeAll(async () => {
  folder = await makeFolder();
  await runScript(documentedScript("docs/how-to/check-a-realm-in-ci.md", "npm run build"), root);
  await runScript(`ln -s ${root}/dist dist`, folder);
  here = `presets() { node ${root}/dist/presets.mjs "$@"; }\n`;
});

test("packed as written, npx runs it", async () => {
  const written = documentedScript("docs/handover.md", "npm pack");
  const packed = written.replace("npm pack", `npm pack ${root}`);
  expect(await runScript(packed, folder)).toContain("user-lookup");
});

test("each command of the table answers", async () => {
  await writeFile(join(folder, "realm.json"), realmWith("view-users"));
  for (const command of [
    "presets list",
    "presets show user-lookup",
    "presets export user-lookup --format terraform --client api-client --realm demo",
    'presets which "POST /users"',
    "presets check realm.json",
  ]) {
    expect(await runScript(here + command, folder)).not.toBe("");
  }
  // `presets report` wants a server: test/e2e/cli.spec.ts.
});

test("a pull request fails if a service account has more than is allowed, and otherwise passes", async () => {
  for (const script of [
    here + documentedScript("docs/handover.md", "presets check realm.json --allow"),
    documentedScript(
      "docs/how-to/check-a-realm-in-ci.md",
      "node dist/presets.mjs check realm.json --allow",
    ),
  ]) {
    await writeFile(join(folder, "realm.json"), realmWith("manage-users"));
    await runScript(script, folder);
    await writeFile(join(folder, "realm.json"), realmWith("manage-realm"));
    const refused = startScript(script, folder);
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toContain("NOT ALLOWED");
  }
});

test("how-tos run the command line as written", async () => {
  await writeFile(join(folder, "realm.json"), realmWith("view-users"));
  const check = documentedScript(
    "docs/how-to/check-a-realm-in-ci.md",
    "node dist/presets.mjs check realm.json",
  );
  expect(await runScript(check, folder)).toContain("billing");
  const which = documentedScript("docs/how-to/find-the-roles-for-a-call.md", "npm run build");
  expect(await runScript(which, root)).toContain("user-management");
  const written = documentedScript("docs/how-to/export-to-code.md", "npm run build");
  expect(await runScript(written, root)).toContain("keycloak_openid_client");
});

test("a policy is written, followed and built in as the how-to says", async () => {
  const write = documentedScript(
    "docs/how-to/keep-a-policy.md",
    "presets check realm.json --write-policy",
  );
  const check = documentedScript(
    "docs/how-to/keep-a-policy.md",
    "presets check realm.json --policy presets.policy.yaml",
  );
  const compare = documentedScript(
    "docs/how-to/keep-a-policy.md",
    "presets check realm.json --policy presets.policy.yaml --json",
  );
  const build = documentedScript("docs/how-to/keep-a-policy.md", "npm run build -- --policy");
  await writeFile(join(folder, "realm.json"), realmWith("view-users"));
  await runScript(here + write, folder);
  await runScript(here + check, folder);
  await runScript(here + compare, folder);
  await writeFile(join(folder, "realm.json"), realmWith("manage-realm"));
  const refused = startScript(here + check, folder);
  expect(await refused.ended).toBe(1);
  const policy = join(folder, "presets.policy.yaml");
  const built = await runScript(build.replace("presets.policy.yaml", policy), root);
  expect(built).toContain("Built ");
  await runScript(documentedScript("docs/how-to/check-a-realm-in-ci.md", "npm run build"), root);
});
