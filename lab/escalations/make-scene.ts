import { sendRequest, succeeded } from "../measure/calls/send-request.ts";
import { createLab, type Lab } from "../measure/lab.ts";
import type { Attempt } from "./attempt.ts";
import { callerWith } from "./caller.ts";
import { Inapplicable } from "./refusal.ts";
import { signInAsClient } from "./request-token.ts";
import type { Account, Named, Scene } from "./scene.ts";

const chief = { name: "chief", secret: crypto.randomUUID() };
const accomplice = { name: "accomplice", secret: crypto.randomUUID() };
const robot = { name: "robot", secret: crypto.randomUUID() };
const attacker = { name: "attacker", secret: crypto.randomUUID() };

/**
 * Makes the realm for an attempt. Throws Inapplicable when its server has not all of the roles.
 *
 * @param newAdminToken of an administrator of the server; up to Keycloak 26.6 a token says nothing
 *   about realms that are made after it.
 */
export async function makeScene(
  baseUrl: string,
  newAdminToken: () => Promise<string>,
  { id: realm, roles, realm: more = {} }: Attempt,
): Promise<Scene> {
  const body = { ...representation(realm), ...more };
  const request = { method: "POST", path: "/admin/realms", token: await newAdminToken(), body };
  const answer = await sendRequest(baseUrl, request);
  if (!succeeded(answer)) throw new Error(`Making the realm failed: ${answer.text.slice(0, 160)}`);
  const adminToken = await newAdminToken();
  const lab = createLab({ baseUrl, realm, adminToken, newAdminToken, has: () => true });
  const [management] = await lab.read<{ id: string }[]>("/clients?clientId=realm-management");
  const managementId = management?.id ?? "";
  const adminRoles = await lab.read<Named[]>(`/clients/${managementId}/roles`);
  const roleNamed = (name: string) => {
    const role = adminRoles.find((it) => it.name === name);
    if (role === undefined) throw new Inapplicable(`This Keycloak has no role ${name}.`);
    return { id: role.id, name };
  };
  const attacking = await clientNamed(lab, attacker);
  const mappings = `/users/${attacking.userId}/role-mappings/clients/${managementId}`;
  await lab.send("POST", mappings, roles.map(roleNamed));
  const token = await signInAsClient({ baseUrl, realm }, attacker.name, attacker.secret);
  const [board] = await lab.read<Named[]>("/groups?search=board");
  return {
    baseUrl,
    realm,
    realmId: (await lab.read<{ id: string }>("")).id,
    lab,
    attacker: { ...attacking, caller: callerWith(baseUrl, realm, token) },
    chief: await userNamed(lab, chief),
    accomplice: await userNamed(lab, accomplice),
    robot: await clientNamed(lab, robot),
    board: { id: board?.id ?? "", name: "board" },
    boss: { id: (await lab.read<Named>("/roles/boss")).id, name: "boss" },
    realmAdmin: roleNamed("realm-admin"),
    managementId,
    shown: new Set(),
  };
}

/** What every attacked realm has. */
function representation(realm: string) {
  const realmAdmin = { "realm-management": ["realm-admin"] };
  return {
    realm,
    enabled: true,
    eventsEnabled: true,
    adminEventsEnabled: true,
    adminEventsDetailsEnabled: true,
    roles: { realm: [{ name: "boss", composite: true, composites: { client: realmAdmin } }] },
    groups: [{ name: "board", clientRoles: realmAdmin }],
    clients: [robot, attacker].map(({ name, secret }) => ({
      ...{ clientId: name, secret, serviceAccountsEnabled: true },
    })),
    users: [
      { ...person(chief, realm), clientRoles: realmAdmin },
      person(accomplice, realm),
      {
        username: `service-account-${robot.name}`,
        enabled: true,
        serviceAccountClientId: robot.name,
        clientRoles: realmAdmin,
      },
    ],
  };
}

/** A user who has nothing left to do before signing in, with the roles that each new user gets. */
function person({ name, secret }: Known, realm: string) {
  return {
    username: name,
    enabled: true,
    realmRoles: [`default-roles-${realm}`],
    email: `${name}@example.org`,
    emailVerified: true,
    firstName: name,
    lastName: "Example",
    credentials: [{ type: "password", value: secret }],
  };
}

type Known = Omit<Account, "id">;

async function userNamed(lab: Lab, account: Known): Promise<Account> {
  const [user] = await lab.read<{ id: string }[]>(`/users?exact=true&username=${account.name}`);
  return { ...account, id: user?.id ?? "" };
}

async function clientNamed(lab: Lab, account: Known): Promise<Account & { userId: string }> {
  const [client] = await lab.read<{ id: string }[]>(`/clients?clientId=${account.name}`);
  const id = client?.id ?? "";
  const user = await lab.read<{ id: string }>(`/clients/${id}/service-account-user`);
  return { ...account, id, userId: user.id };
}
