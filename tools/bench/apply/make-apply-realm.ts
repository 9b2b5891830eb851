import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type { ApplyScale } from "./apply-scale.ts";

/** A program's client. */
export interface Program {
  readonly clientId: string;
  readonly clientUuid: string;
}

/** More at once take Keycloak longer than one after another. */
const perImport = 100;

const clientIdAt = (place: number) => `client-${String(place).padStart(4, "0")}`;
/** Their names come behind those of admin roles, so that a list of roles begins with these. */
const rolesOf = (clientId: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `zz-${clientId}-${index}` }));

/**
 * Makes a realm of that size with some programs, whose service accounts hold no admin role.
 *
 * @param newAdmin signs in anew: making a realm takes longer than a token lives
 */
export async function makeApplyRealm(
  newAdmin: () => Promise<KeycloakAdminClient>,
  scale: ApplyScale,
  programs: number,
): Promise<readonly Program[]> {
  const { name: realm, clients, rolesPerClient, rolesInOneClient, mappings } = scale;
  await (await newAdmin()).realms.create({ realm, enabled: true });
  const importPart = async (rep: object) =>
    (await newAdmin()).realms.partialImport({ realm, rep: { ifResourceExists: "FAIL", ...rep } });
  for (let from = 0; from < clients; from += perImport) {
    const length = Math.min(perImport, clients - from);
    const ids = Array.from({ length }, (_, index) => clientIdAt(from + index));
    await importPart({
      clients: ids.map((clientId) => ({ clientId })),
      roles: { client: Object.fromEntries(ids.map((id) => [id, rolesOf(id, rolesPerClient)])) },
    });
  }
  if (rolesInOneClient > 0) {
    await importPart({
      clients: [{ clientId: "many-roles" }],
      roles: { client: { "many-roles": rolesOf("many-roles", rolesInOneClient) } },
    });
  }
  const held = Array.from({ length: Math.ceil(mappings / rolesPerClient) }, (_, index) => {
    const clientId = clientIdAt(index);
    return [clientId, rolesOf(clientId, rolesPerClient).map(({ name }) => name)];
  });
  const clientIds = Array.from({ length: programs }, (_, index) => `program-${index}`);
  await importPart({
    clients: clientIds.map((clientId) => ({
      ...{ clientId, publicClient: false, serviceAccountsEnabled: true },
    })),
    users: clientIds.map((clientId) => ({
      ...{ username: `service-account-${clientId}`, enabled: true },
      ...{ serviceAccountClientId: clientId, clientRoles: Object.fromEntries(held) },
    })),
  });
  const admin = await newAdmin();
  const made: Program[] = [];
  for (const clientId of clientIds) {
    const [client] = await admin.clients.find({ realm, clientId });
    made.push({ clientId, clientUuid: client?.id ?? "" });
  }
  return made;
}
