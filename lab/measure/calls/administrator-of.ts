import { signInAsAdministrator } from "../../../tools/demo/sign-in-as-administrator.ts";
import type { RunningKeycloak } from "../../../tools/keycloak/start-keycloak.ts";
import { callerNamed, requestToken } from "./callers.ts";

type ServerAddress = Pick<RunningKeycloak, "baseUrl" | "adminUsername" | "adminPassword">;

/**
 * A source of access tokens of a full administrator of the server that outlive a measurement: of a
 * client of `master` whose service account holds the realm role `admin`. Up to Keycloak 26.6 a token
 * says nothing about realms that are made after it.
 */
export async function administratorOf(keycloak: ServerAddress): Promise<() => Promise<string>> {
  const client = callerNamed(`measuring-administrator-${crypto.randomUUID()}`, crypto.randomUUID());
  const admin = await signInAsAdministrator(keycloak);
  const { id } = await admin.clients.create(client);
  const user = await admin.clients.getServiceAccountUser({ id });
  const role = await admin.roles.findOneByName({ name: "admin" });
  if (user.id === undefined || role?.id === undefined) {
    throw new Error("The realm master has no role admin.");
  }
  await admin.users.addRealmRoleMappings({
    id: user.id,
    roles: [{ id: role.id, name: "admin" }],
  });
  await admin.users.update({ id: user.id }, { email: `${client.clientId}@example.org` });
  return () => requestToken(keycloak.baseUrl, "master", client);
}
