import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type { Visitor } from "../../test/e2e/console/sign-in-beforehand.ts";
import { type AdminApi, createAdminApi, requestToken } from "../../test/e2e/realm/admin-api.ts";
import { representationOf } from "../../test/e2e/realm/client-kind.ts";
import { quickRealm } from "../../test/e2e/realm/quick-realm.ts";
import { grantRoles } from "../../test/e2e/realm/role-mappings.ts";
import type { Deployment } from "../../test/e2e/servers/deployment.ts";

/** A program of the realm that the pictures show. */
interface ShowcaseClient {
  readonly clientId: string;
  readonly description: string;
  /** Roles of `realm-management` that its service account holds. */
  readonly roles: readonly string[];
  readonly isDisabled?: true;
  /** Roles reach its tokens only where its scope has them, which it has not. */
  readonly isScoped?: true;
  /** It has signed in. */
  readonly isInUse?: true;
}

/** The client whose tab is shown, with a preset applied. */
export const exemplary = "billing-sync";
/** The client whose calls are denied. */
export const denied = "support-desk";

/** Programs as a company has them: some with what their job needs, some with far more. */
const showcaseClients: readonly ShowcaseClient[] = [
  {
    clientId: exemplary,
    description: "Reads customers for invoices",
    roles: ["view-users", "query-users"],
    isInUse: true,
  },
  {
    clientId: "crm-import",
    description: "Creates accounts for new customers",
    roles: ["manage-users"],
    isInUse: true,
  },
  {
    clientId: denied,
    description: "Finds the account of somebody who calls",
    roles: ["view-users", "query-users"],
    isScoped: true,
    isInUse: true,
  },
  {
    clientId: "audit-export",
    description: "Copies sign-in events into the data warehouse",
    roles: ["view-events", "query-clients"],
    isInUse: true,
  },
  {
    clientId: "nightly-backup",
    description: "Exports the realm each night",
    roles: ["realm-admin"],
    isInUse: true,
  },
  {
    clientId: "intranet-search",
    description: "Replaced last year",
    roles: ["view-users", "view-clients"],
    isDisabled: true,
  },
  { clientId: "health-probe", description: "Takes a token, and that is all", roles: [] },
];

/** The realm that the pictures show. */
export interface Showcase {
  readonly realm: string;
  /** The realm's own administrator: the one of `master` is told all the time to make a permanent one. */
  readonly administrator: Visitor;
  /** UUIDs of the programs' clients, by client ID. */
  readonly clients: ReadonlyMap<string, string>;
}

const realm = "northwind";
const realmPath = `/admin/realms/${realm}`;
const adminClient = "realm-management";

/** Makes a realm with an administrator and the programs of {@link showcaseClients}. */
export async function makeShowcaseRealm(server: Deployment): Promise<Showcase> {
  const api = createAdminApi(server);
  await api.post("/admin/realms", {
    ...quickRealm,
    realm,
    adminTheme: "service-account-presets",
    organizationsEnabled: true,
    eventsEnabled: true,
  });
  const clients = new Map<string, string>();
  for (const client of showcaseClients) {
    clients.set(client.clientId, await makeClient(server, api, client));
  }
  return { realm, administrator: await makeAdministrator(api), clients };
}

async function makeAdministrator(api: AdminApi): Promise<Visitor> {
  const visitor = { realm, username: "robin.castellanos", password: "robin" };
  const userId = await api.post(`${realmPath}/users`, {
    username: visitor.username,
    enabled: true,
    firstName: "Robin",
    lastName: "Castellanos",
    email: "robin.castellanos@northwind.example",
    emailVerified: true,
    credentials: [{ type: "password", value: visitor.password, temporary: false }],
  });
  await grantRoles(api, realmPath, `${realmPath}/users/${userId}`, {
    [adminClient]: ["realm-admin"],
  });
  return visitor;
}

/** Returns the client's UUID. */
async function makeClient(
  server: Deployment,
  api: AdminApi,
  { clientId, description, roles, isDisabled, isScoped, isInUse }: ShowcaseClient,
): Promise<string> {
  const uuid = await api.post(`${realmPath}/clients`, {
    ...representationOf("api"),
    clientId,
    description,
    enabled: isDisabled !== true,
    fullScopeAllowed: isScoped !== true,
  });
  const clientPath = `${realmPath}/clients/${uuid}`;
  const { id } = await api.get<{ id: string }>(`${clientPath}/service-account-user`);
  if (roles.length > 0) {
    await grantRoles(api, realmPath, `${realmPath}/users/${id}`, { [adminClient]: roles });
  }
  if (isInUse === true) {
    const { secret = "" } = await api.get<ClientRepresentation>(clientPath);
    await requestToken(server, realm, {
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: secret,
    });
  }
  return uuid;
}
