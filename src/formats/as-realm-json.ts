import { accountName } from "../access/survey/survey.ts";
import type { Handover } from "./handover.ts";
import { printableJson } from "./printable-json.ts";

/**
 * The part of a realm's representation that gives the roles: the service-account user with its role
 * mappings, and the client's scope. It does not hold the client itself.
 *
 * @see [RealmRepresentation](https://www.keycloak.org/docs-api/latest/rest-api/index.html#RealmRepresentation)
 */
export function realmPart(handover: Handover) {
  const { clientId, adminClientId, adminRoles, realmRoles, isScoped } = handover;
  return {
    users: [
      {
        username: accountName(clientId),
        enabled: true,
        serviceAccountClientId: clientId,
        ...(adminRoles.length === 0 ? {} : { clientRoles: { [adminClientId]: [...adminRoles] } }),
        ...(realmRoles.length === 0 ? {} : { realmRoles: [...realmRoles] }),
      },
    ],
    ...(isScoped && adminRoles.length > 0
      ? {
          clientScopeMappings: {
            [adminClientId]: [{ client: clientId, roles: [...adminRoles] }],
          },
        }
      : {}),
    ...(isScoped && realmRoles.length > 0
      ? { scopeMappings: [{ client: clientId, roles: [...realmRoles] }] }
      : {}),
  };
}

/** That part as JSON, for a realm's file and for keycloak-config-cli. */
export function asRealmJson(handover: Handover): string {
  return printableJson({ realm: handover.realm, ...realmPart(handover) });
}
