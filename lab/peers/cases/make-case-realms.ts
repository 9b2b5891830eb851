import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { accessScope } from "./access-cases.ts";
import { caseRealms } from "./all-cases.ts";
import { accountOf, programClient } from "./case-realm.ts";
import { defaultRoleIncludes, masterPrograms } from "./special-cases.ts";

/** A client of `master` that reads all realms for `presets report`. */
export const reader = "peers-reader";

/** The roles that it needs, in each realm. */
export const readerRoles = ["view-users", "view-clients", "view-realm"];

/**
 * Makes the realms of all cases.
 *
 * @param newAdmin signs in again: who makes a realm may administer it from the next token on
 */
export async function makeCaseRealms(newAdmin: () => Promise<KeycloakAdminClient>): Promise<void> {
  for (const realm of caseRealms) await (await newAdmin()).realms.create(realm);
  const admin = await newAdmin();
  await addScope(admin);
  await addToDefaultRole(admin);
  await admin.realms.partialImport({
    realm: "master",
    rep: {
      ifResourceExists: "FAIL",
      clients: [
        programClient(reader),
        ...masterPrograms.map(({ clientId }) => programClient(clientId)),
      ],
      users: [
        accountOf(reader, {
          clientRoles: Object.fromEntries(
            ["master", ...caseRealms.map(({ realm }) => realm)].map((realm) => [
              `${realm}-realm`,
              readerRoles,
            ]),
          ),
        }),
        ...masterPrograms.map(({ clientId, held }) => accountOf(clientId, held)),
      ],
    },
  });
}

/** Adds the client scope of one case to its client. */
async function addScope(admin: KeycloakAdminClient): Promise<void> {
  const realm = "peers-access";
  const { id: clientScopeId } = await admin.clientScopes.create({ realm, ...accessScope });
  const [client] = await admin.clients.find({ realm, clientId: "acts-as-user-by-scope" });
  await admin.clients.addDefaultClientScope({ realm, id: client?.id ?? "", clientScopeId });
}

async function addToDefaultRole(admin: KeycloakAdminClient): Promise<void> {
  const { realm, role: roleName } = defaultRoleIncludes;
  const { defaultRole } = (await admin.realms.findOne({ realm })) ?? {};
  const [management] = await admin.clients.find({ realm, clientId: "realm-management" });
  const role = await admin.clients.findRole({ realm, id: management?.id ?? "", roleName });
  if (defaultRole?.id === undefined || role?.id === undefined) {
    throw new Error(`${realm} has no default role, or no ${roleName}.`);
  }
  await admin.roles.createComposite({ realm, roleId: defaultRole.id }, [
    { id: role.id, name: roleName },
  ]);
}
