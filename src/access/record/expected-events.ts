import type { ChangeRecord, RecordedStep } from "./change-record.ts";

/** The admin event that a request of a change leaves. */
export interface ExpectedEvent {
  readonly operation: "CREATE" | "UPDATE" | "DELETE";
  readonly resourceType: string;
  readonly resourcePath: string;
  /** The ids of the roles that it names; undefined where it names none. */
  readonly roleIds: ReadonlySet<string> | undefined;
}

/**
 * The admin events that a step leaves, one for each of its requests.
 *
 * @see [RoleMapperResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/RoleMapperResource.java)
 * @see [ScopeMappedResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ScopeMappedResource.java)
 * @see [ClientResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientResource.java)
 */
export function expectedEvents(
  { client }: Pick<ChangeRecord, "client">,
  step: RecordedStep,
): readonly ExpectedEvent[] {
  const { direction, place, rolesOf, roles, clientScopes } = step;
  const clientPath = `clients/${client.clientUuid}`;
  if (place === "account") {
    const resource = { resourceType: "CLIENT", resourcePath: clientPath };
    return [{ operation: "UPDATE", ...resource, roleIds: undefined }];
  }
  if (place === "clientScope") {
    return clientScopes.flatMap(({ id, wasOptional }) => {
      const event = (operation: "CREATE" | "DELETE", kind: "default" | "optional") => ({
        operation,
        resourceType: "CLIENT_SCOPE_CLIENT_MAPPING",
        resourcePath: `${clientPath}/${kind}-client-scopes/${id}`,
        roleIds: undefined,
      });
      return direction === "add"
        ? [...(wasOptional ? [event("DELETE", "optional")] : []), event("CREATE", "default")]
        : [event("DELETE", "default"), ...(wasOptional ? [event("CREATE", "optional")] : [])];
    });
  }
  const isMapping = place === "mapping";
  const kind = isMapping ? "ROLE_MAPPING" : "SCOPE_MAPPING";
  const path = isMapping
    ? `users/${client.serviceAccountUserId ?? ""}/role-mappings`
    : `${clientPath}/scope-mappings`;
  return [
    {
      operation: direction === "add" ? "CREATE" : "DELETE",
      resourceType: `${rolesOf === null ? "REALM" : "CLIENT"}_${kind}`,
      resourcePath: `${path}/${rolesOf === null ? "realm" : `clients/${rolesOf.clientUuid}`}`,
      roleIds: new Set(roles.map(({ id }) => id)),
    },
  ];
}
