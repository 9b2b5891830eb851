/** `presets check` of a plan that Terraform and the provider made, compared with what they then make of a server. */
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AdminApi, createAdminApi } from "../../e2e/realm/admin-api.ts";
import { runPresets } from "../../unit/cli/run-presets.ts";
import { type HandoverServer, startServer } from "../start-server.ts";
import { makeTerraformFolder } from "./terraform-folder.ts";

let server: HandoverServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());

/** The names of all roles of `realm-management` that a client's service account has on the server, sorted. */
async function effectiveRoles(api: AdminApi, realm: string, clientId: string) {
  const path = `/admin/realms/${realm}`;
  const clients = (of: string) => api.get<{ id: string }[]>(`${path}/clients?clientId=${of}`);
  const [[client], [management]] = await Promise.all([
    clients(clientId),
    clients("realm-management"),
  ]);
  const user = await api.get<{ id: string }>(`${path}/clients/${client?.id}/service-account-user`);
  const roles = await api.get<{ name: string }[]>(
    `${path}/users/${user.id}/role-mappings/clients/${management?.id}/composite`,
  );
  return roles.map(({ name }) => name).toSorted();
}

test("a plan's service accounts get the roles that the check found in the plan, and each finding names its resource", async () => {
  const realm = `planned-${crypto.randomUUID().slice(0, 8)}`;
  const module = join(import.meta.dirname, "planned");
  await using folder = await makeTerraformFolder(
    (path) => cp(module, path, { recursive: true }),
    server.deployment,
    { realm },
  );
  await folder.run("plan", "-out=plan");
  const plan = join(folder.path, "plan.json");
  await writeFile(plan, await folder.run("show", "-json", "plan"));

  const { exitCode, output } = await runPresets(["check", plan, "--allow", "none"]);
  expect(exitCode).toBe(1);
  expect(output).toContain(`NOT ALLOWED  ${realm} / writer: manage-users
  at ${plan}:1 (module.writer.keycloak_openid_client_service_account_role.roles["manage-users"])`);

  const api = createAdminApi(server.deployment);
  await folder.run("apply", "plan");
  try {
    const found = JSON.parse((await runPresets(["check", plan, "--json"])).output).accounts;
    expect(found.map((it: { clientId: string }) => it.clientId).toSorted()).toEqual([
      ...["boss", "collector", "reader", "writer"],
    ]);
    for (const { clientId, roles } of found) {
      expect([clientId, roles.toSorted()]).toEqual([
        clientId,
        await effectiveRoles(api, realm, clientId),
      ]);
    }
  } finally {
    await folder.run("destroy", "-auto-approve");
  }
});
