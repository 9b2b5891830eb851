import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";

/** How large a realm is. */
export interface Scale {
  readonly name: string;
  readonly clients: number;
  /** How many of them are programs, each with a service account. */
  readonly serviceAccounts: number;
}

/** More at once take Keycloak longer than one after another. */
const perImport = 100;

/** What programs hold, in turn: nothing, single roles, and what a job needs. */
const jobs: readonly (readonly string[])[] = [
  [],
  ["view-users", "query-users"],
  ["manage-users"],
  ["view-clients"],
  ["view-realm"],
  ["view-events"],
  [],
  ["query-users"],
  ["manage-events", "view-clients"],
  ["realm-admin"],
];

/**
 * Makes a realm of that size. One in 50 programs is also a member of a group that carries a role, and
 * one in 97 clients is disabled.
 *
 * @param newAdmin signs in again: making a realm takes longer than a token lives
 */
export async function makeListRealm(
  newAdmin: () => Promise<KeycloakAdminClient>,
  { name: realm, clients: count, serviceAccounts }: Scale,
): Promise<void> {
  const first = await newAdmin();
  await first.realms.create({
    realm,
    enabled: true,
    adminTheme: "service-account-presets",
    groups: [{ name: "operators", clientRoles: { "realm-management": ["view-users"] } }],
  });
  const every = Math.max(1, Math.floor(count / serviceAccounts));
  for (let from = 0; from < count; from += perImport) {
    const places = Array.from(
      { length: Math.min(perImport, count - from) },
      (_, index) => from + index,
    );
    const programs = places.filter(
      (place) => place % every === 0 && place / every < serviceAccounts,
    );
    const admin = await newAdmin();
    await admin.realms.partialImport({
      realm,
      rep: {
        ifResourceExists: "FAIL",
        clients: places.map((place) => clientAt(place, programs.includes(place))),
        users: programs.map((place) => accountAt(place, place / every)),
      },
    });
  }
}

const clientIdAt = (place: number) => `client-${String(place).padStart(4, "0")}`;

function clientAt(place: number, isProgram: boolean) {
  return {
    clientId: clientIdAt(place),
    enabled: place % 97 !== 1,
    publicClient: false,
    serviceAccountsEnabled: isProgram,
    standardFlowEnabled: !isProgram,
    redirectUris: isProgram ? [] : [`https://app${place}.example.org/*`],
  };
}

function accountAt(place: number, number: number) {
  const roles = jobs[number % jobs.length] ?? [];
  return {
    username: `service-account-${clientIdAt(place)}`,
    enabled: true,
    serviceAccountClientId: clientIdAt(place),
    clientRoles: { "realm-management": [...roles] },
    groups: number % 50 === 0 ? ["/operators"] : [],
  };
}
