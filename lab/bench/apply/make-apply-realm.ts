import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type { ApplyScale } from "./apply-scale.ts";
import { makePrograms, type Program } from "./make-programs.ts";

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
  return makePrograms(newAdmin, realm, programs, Object.fromEntries(held));
}
