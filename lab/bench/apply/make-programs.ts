import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";

/** A program's client. */
export interface Program {
  readonly clientId: string;
  readonly clientUuid: string;
}

/** More at once would take longer than Keycloak lets a request take, where each holds many roles. */
const perImport = 25;

/**
 * Makes that many programs in a realm: clients whose service accounts hold no admin role.
 *
 * @param newAdmin signs in anew: making many takes longer than a token lives
 * @param held roles that each of them holds, by their client
 */
export async function makePrograms(
  newAdmin: () => Promise<KeycloakAdminClient>,
  realm: string,
  count: number,
  held: Readonly<Record<string, string[]>> = {},
): Promise<readonly Program[]> {
  const clientIds = Array.from({ length: count }, (_, index) => `program-${index}`);
  for (let from = 0; from < count; from += perImport) {
    const part = clientIds.slice(from, from + perImport);
    const rep = {
      ifResourceExists: "FAIL" as const,
      clients: part.map((clientId) => ({
        ...{ clientId, publicClient: false, serviceAccountsEnabled: true },
      })),
      users: part.map((clientId) => ({
        ...{ username: `service-account-${clientId}`, enabled: true },
        ...{ serviceAccountClientId: clientId, clientRoles: held },
      })),
    };
    await (await newAdmin()).realms.partialImport({ realm, rep });
  }
  const admin = await newAdmin();
  const made: Program[] = [];
  for (const clientId of clientIds) {
    const [client] = await admin.clients.find({ realm, clientId });
    made.push({ clientId, clientUuid: client?.id ?? "" });
  }
  return made;
}
