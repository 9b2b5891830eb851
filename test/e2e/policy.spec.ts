import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { readPolicy } from "../../src/cli/policy/limits.ts";
import { bundleScripts } from "../../tools/build/bundle-scripts.ts";
import { root } from "../../tools/test/root.ts";
import { serveScripts } from "./console/serve-scripts.ts";
import { expect, test } from "./test.ts";

const policy = `version: 1
allow:
  - everyRealm: true
    client: api
    presets: [user-lookup]
    reason: Looks up users
    owner: team-api
  - everyRealm: true
    client: api
    presets: [event-reader]
    reason: Collected events until the audit
    until: 2024-02-29
forbid:
  - everyRealm: true
    everyClient: true
    presets: [full-administration]
    reason: Use your own account
`;

/** Gives a page the scripts of `npm run build -- --policy presets.policy.yaml`. */
async function serveWithPolicy(page: Page): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "presets-policy-"));
  try {
    const file = join(folder, "presets.policy.yaml");
    await writeFile(file, policy);
    await serveScripts(page, await bundleScripts(root, (await readPolicy(file)).policy));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("with a policy built in, a client gets what the policy allows it, and the rest says why it isn't offered", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api", { clientId: "api" });
  await testBed.grant(client, { "realm-management": ["query-realms"] });
  await serveWithPolicy(page);
  await adminConsole.openPresets(testBed, client);

  await expect(adminConsole.panel.getByTestId("policyAlert")).toContainText(
    "The policy doesn't allow this client to have query-realms",
  );
  for (const [name, reason] of [
    ["Full administration", "Forbidden by the policy: Use your own account"],
    ["Event reader", "Allowed by the policy until 2024-02-29: Collected events until the audit"],
    ["User management", "The policy doesn't allow this preset for this client."],
  ] as const) {
    await adminConsole.showPreset(name);
    await expect(adminConsole.preset(name).getByTestId("applyPreset")).toHaveCount(0);
    await adminConsole.togglePreset(name);
    await expect(adminConsole.preset(name)).toContainText(reason);
  }

  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.assertState("User lookup", "Applied");
  expect(await testBed.statusForClient(client, "GET", "/users")).toBe(200);
});
