import type { Path } from "../source/source.ts";
import { placeholderIn } from "./placeholders.ts";
import { realmFields } from "./realm-fields.ts";

/**
 * The fields that Keycloak has, or had in some version, in objects that can give access.
 *
 * @see [representations](https://github.com/keycloak/keycloak/tree/main/core/src/main/java/org/keycloak/representations/idm)
 */
const user = [
  ...["access", "applicationRoles", "attributes", "clientConsents", "clientRoles"],
  ...["createdTimestamp", "credentials", "disableableCredentialTypes", "email", "emailVerified"],
  ...["enabled", "federatedIdentities", "federationLink", "firstName", "groups", "id"],
  ...["issuedVerifiableCredentials", "lastName", "notBefore", "origin", "realmRoles"],
  ...["requiredActions", "self", "serviceAccountClientId", "socialLinks", "totp"],
  ...["userProfileMetadata", "username", "verifiableCredentials"],
];
const client = [
  ...["access", "adminUrl", "alwaysDisplayInConsole", "attributes"],
  ...["authenticationFlowBindingOverrides", "authorizationServicesEnabled"],
  ...["authorizationSettings", "baseUrl", "bearerOnly", "claims", "clientAuthenticatorType"],
  ...["clientId", "clientTemplate", "consentRequired", "defaultClientScopes", "defaultRoles"],
  ...["description", "directAccessGrantsEnabled", "directGrantsOnly", "enabled"],
  ...["frontchannelLogout", "fullScopeAllowed", "id", "implicitFlowEnabled", "name"],
  ...["nodeReRegistrationTimeout", "notBefore", "optionalClientScopes", "origin", "protocol"],
  ...["protocolMappers", "publicClient", "redirectUris", "registeredNodes"],
  ...["registrationAccessToken", "rootUrl", "secret", "serviceAccountsEnabled"],
  ...["standardFlowEnabled", "surrogateAuthRequired", "type", "useTemplateConfig"],
  ...["useTemplateMappers", "useTemplateScope", "webOrigins"],
];
const role = [
  ...["attributes", "clientRole", "composite", "composites", "containerId", "description"],
  ...["id", "name", "scopeParamRequired"],
];
const group = [
  ...["access", "attributes", "clientRoles", "description", "id", "name", "parentId", "path"],
  ...["realmRoles", "subGroupCount", "subGroups"],
];
const mapper = [
  ...["config", "consentRequired", "consentText", "id", "name", "protocol", "protocolMapper"],
];
const authorization = [
  ...["allowRemoteResourceManagement", "authorizationSchema", "clientId", "decisionStrategy"],
  ...["id", "name", "policies", "policyEnforcementMode", "resources", "scopes"],
];
const policy = [
  ...["config", "decisionStrategy", "description", "id", "logic", "name", "owner", "policies"],
  ...["resourceType", "resources", "resourcesData", "scopes", "scopesData", "type"],
];

/** The fields of an object type, and its nested types: in a list, in an object, or by name. */
interface Kind {
  readonly fields: ReadonlySet<string>;
  readonly within: readonly {
    readonly field: string;
    readonly as: "list" | "object" | "listsByName";
    readonly kind: () => Kind;
  }[];
}

const list = (field: string, kind: () => Kind) => ({ field, as: "list", kind }) as const;
const object = (field: string, kind: () => Kind) => ({ field, as: "object", kind }) as const;

const mapperKind: Kind = { fields: new Set(mapper), within: [] };
const mappers = list("protocolMappers", () => mapperKind);
const policyKind: Kind = { fields: new Set(policy), within: [] };
const authorizationKind: Kind = {
  fields: new Set(authorization),
  within: [list("policies", () => policyKind)],
};
const clientKind: Kind = {
  fields: new Set(client),
  within: [mappers, object("authorizationSettings", () => authorizationKind)],
};
const scopeKind: Kind = {
  fields: new Set(["attributes", "description", "id", "name", "protocol", "protocolMappers"]),
  within: [mappers],
};
const compositesKind: Kind = { fields: new Set(["application", "client", "realm"]), within: [] };
const roleKind: Kind = {
  fields: new Set(role),
  within: [object("composites", () => compositesKind)],
};
const rolesKind: Kind = {
  fields: new Set(["application", "client", "realm"]),
  within: [
    list("realm", () => roleKind),
    { field: "client", as: "listsByName", kind: () => roleKind },
    { field: "application", as: "listsByName", kind: () => roleKind },
  ],
};
const userKind: Kind = { fields: new Set(user), within: [] };
const groupKind: Kind = {
  fields: new Set(group),
  within: [list("subGroups", () => groupKind)],
};
const organizationKind: Kind = {
  fields: new Set([
    ...["alias", "attributes", "description", "domains", "enabled", "groups", "id"],
    ...["identityProviders", "members", "name", "redirectUrl"],
  ]),
  within: [list("groups", () => groupKind)],
};
const realmWithin: Kind["within"] = [
  list("organizations", () => organizationKind),
  object("roles", () => rolesKind),
  ...["clients", "applications", "oauthClients"].map((field) => list(field, () => clientKind)),
  object("adminPermissionsClient", () => clientKind),
  list("clientScopes", () => scopeKind),
  list("users", () => userKind),
  list("groups", () => groupKind),
];

/** Unknown fields of a realm. They are ignored if they give no access. */
export const unusualFields = (content: unknown): readonly string[] =>
  entriesOf(content).flatMap(([field]) => (realmFields.has(field) ? [] : [field]));

const entriesOf = (content: unknown): [string, unknown][] =>
  typeof content === "object" && content !== null ? Object.entries(content) : [];

/** A path as text, such as `users[0].powers`. */
export function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
}

/**
 * Finds fields that Keycloak doesn't have in objects that can give access: roles, users, clients,
 * groups, authorization settings and protocol mappers. Their meaning isn't known.
 *
 * @param content a parsed realm
 * @returns the path of each field
 */
export function unknownFields(content: unknown): readonly Path[] {
  const found: Path[] = [];
  // Other fields are ignored and reported; a field with a placeholder may be any field.
  const ownFields = entriesOf(content)
    .map(([field]) => field)
    .filter((field) => placeholderIn(field) === undefined);
  const open: { content: unknown; path: Path; kind: Kind }[] = [
    {
      content,
      path: [],
      kind: { fields: new Set(ownFields), within: realmWithin },
    },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, kind } = next;
    const fields = new Map(entriesOf(next.content));
    for (const field of fields.keys()) if (!kind.fields.has(field)) found.push([...path, field]);
    for (const { field, as, kind: of } of kind.within) {
      const value = fields.get(field);
      const at = [...path, field];
      const lists =
        as === "listsByName"
          ? entriesOf(value).map(([name, it]) => ({ path: [...at, name], it }))
          : [{ path: at, it: value }];
      for (const { path: start, it } of lists) {
        if (as === "object") open.push({ content: it, path: start, kind: of() });
        else if (Array.isArray(it)) {
          it.forEach((item: unknown, place) => {
            open.push({ content: item, path: [...start, place], kind: of() });
          });
        }
      }
    }
  }
  return found;
}
