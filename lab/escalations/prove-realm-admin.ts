import { callerWith } from "./caller.ts";
import { Refusal } from "./refusal.ts";
import type { Scene } from "./scene.ts";

/**
 * Shows that the token is one of a realm administrator, by what only that role allows: it gives
 * realm-admin to an accomplice, which Keycloak lets nobody do who hasn't it, changes the realm and
 * makes a client. That it was done is read as the server's administrator. Throws a Refusal else,
 * which also says how far it came.
 *
 * @see [RolePermissions.checkAdminRoles](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/fgap/RolePermissions.java)
 */
export async function proveRealmAdmin(scene: Scene, token: string): Promise<void> {
  const refused: string[] = [];
  const steps = { giveRealmAdmin, changeRealm, makeClient };
  for (const [name, step] of Object.entries(steps)) {
    try {
      await step(scene, token);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(`${name}: ${error.message}`);
    }
  }
  if (refused.length > 0) {
    const count = Object.keys(steps).length;
    throw new Refusal(`${refused.length} of ${count} proofs refused, ${refused.join("; ")}`);
  }
  scene.shown.add("realmAdmin");
}

/** Maps realm-admin to the accomplice; throws a Refusal when the server doesn't let the token do so. */
export async function giveRealmAdmin(scene: Scene, token: string): Promise<void> {
  const { baseUrl, realm, lab, accomplice, realmAdmin, managementId } = scene;
  const path = `/users/${accomplice.id}/role-mappings/clients/${managementId}`;
  await callerWith(baseUrl, realm, token).send("POST", path, [realmAdmin]);
  const mapped = await lab.read<{ name: string }[]>(path);
  if (!mapped.some(({ name }) => name === realmAdmin.name)) {
    throw new Refusal("realm-admin was not mapped, although the call was answered.");
  }
  scene.shown.add("realmAdmin");
}

async function changeRealm({ baseUrl, realm, lab }: Scene, token: string): Promise<void> {
  const displayName = lab.name();
  await callerWith(baseUrl, realm, token).send("PUT", "", { displayName });
  const changed = await lab.read<{ displayName: string }>("");
  if (changed.displayName !== displayName) throw new Refusal("The realm was not changed.");
}

async function makeClient({ baseUrl, realm, lab }: Scene, token: string): Promise<void> {
  const clientId = lab.name();
  const client = await callerWith(baseUrl, realm, token).create("/clients", { clientId });
  await lab.send("GET", `/clients/${client}`);
}
