import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";

/** How large a realm is in which roles are given to programs. */
export interface ApplyScale {
  readonly name: string;
  /** Clients beside the programs. */
  readonly clients: number;
  readonly rolesPerClient: number;
  /** Roles of one client more. */
  readonly rolesInOneClient: number;
  /** Roles of these clients that each program holds before. */
  readonly mappings: number;
}

export const applyScales = [
  { name: "apply-small", clients: 5, rolesPerClient: 2, rolesInOneClient: 0, mappings: 2 },
  {
    ...{ name: "apply-large", clients: 1_000, rolesPerClient: 10 },
    ...{ rolesInOneClient: 2_000, mappings: 500 },
  },
] as const satisfies readonly ApplyScale[];

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
 * @param newAdmin signs in again: making a realm takes longer than a token lives
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

/** More at once would take longer than Keycloak lets a request take, where each holds many roles. */
const programsPerImport = 25;

/**
 * Makes that many programs in a realm: clients whose service accounts hold no admin role.
 *
 * @param newAdmin signs in again: making many takes longer than a token lives
 * @param held roles that each of them holds, by their client
 */
export async function makePrograms(
  newAdmin: () => Promise<KeycloakAdminClient>,
  realm: string,
  count: number,
  held: Readonly<Record<string, string[]>> = {},
): Promise<readonly Program[]> {
  const clientIds = Array.from({ length: count }, (_, index) => `program-${index}`);
  for (let from = 0; from < count; from += programsPerImport) {
    const part = clientIds.slice(from, from + programsPerImport);
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
