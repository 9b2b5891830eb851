import { markerPrefix } from "../../access/custom/marker.ts";
import type {
  ClientScope,
  ClientSettings,
  Role,
  TokenBinding,
} from "../../access/model/snapshot.ts";
import { managedByAttribute } from "../../access/ownership/managed-by.ts";
import { ownershipIn } from "../../access/ownership/ownership.ts";
import type { ContainerKey } from "../../catalog/presets/presets.ts";
import { attributesOf } from "./attributes-of.ts";
import { parseTokenSettings } from "./parse-token-settings.ts";
import { UnexpectedAnswerError } from "./unexpected-answer-error.ts";

/**
 * The fields of an object.
 *
 * @throws UnexpectedAnswerError when the answer is none
 */
export function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new UnexpectedAnswerError("The Admin API answered with something that is no object.");
  }
  return new Map(Object.entries(value));
}

/**
 * A field that must be a text.
 *
 * @throws UnexpectedAnswerError when it is none
 */
export function textOf(fields: ReadonlyMap<string, unknown>, name: string): string {
  const value = fields.get(name);
  if (typeof value !== "string") {
    throw new UnexpectedAnswerError(`The Admin API answered without "${name}".`);
  }
  return value;
}

/** A time of a calendar after 1970, in milliseconds since; undefined for anything else. */
export function timeOf(value: unknown): number | undefined {
  const isTime = typeof value === "number" && value > 0 && !Number.isNaN(new Date(value).getTime());
  return isTime ? value : undefined;
}

/**
 * The items of a list.
 *
 * @throws UnexpectedAnswerError when the answer is none
 */
export function itemsOf(answer: unknown): readonly unknown[] {
  if (!Array.isArray(answer)) {
    throw new UnexpectedAnswerError("The Admin API answered with something that is no list.");
  }
  return answer;
}

/**
 * Reads a list of roles.
 *
 * @throws UnexpectedAnswerError when the answer is no list of roles
 */
export function parseRoles(container: ContainerKey, answer: unknown): readonly Role[] {
  return itemsOf(answer).map((item) => {
    const fields = fieldsOf(item);
    return { container, id: textOf(fields, "id"), name: textOf(fields, "name") };
  });
}

/** A role of a list. */
export interface ListedRole extends Role {
  readonly isComposite: boolean;
}

/**
 * Reads a list of roles, and which of them are composite.
 *
 * @throws UnexpectedAnswerError when the answer is no list of roles
 */
export function parseListedRoles(container: ContainerKey, answer: unknown): readonly ListedRole[] {
  const composite = itemsOf(answer).map((item) => fieldsOf(item).get("composite") === true);
  return parseRoles(container, answer).map((role, place) => ({
    ...role,
    isComposite: composite[place] ?? false,
  }));
}

/** A role in a composite one. */
export interface CompositePart {
  readonly id: string;
  readonly name: string;
  readonly isComposite: boolean;
  readonly isClientRole: boolean;
  /** The UUID of the client that it belongs to, or the id of the realm. */
  readonly containerId: string;
}

/**
 * Reads the content of a composite role.
 *
 * @throws UnexpectedAnswerError when the answer is no list of roles
 */
export function parseCompositeParts(answer: unknown): readonly CompositePart[] {
  return itemsOf(answer).map((item) => {
    const fields = fieldsOf(item);
    return {
      id: textOf(fields, "id"),
      name: textOf(fields, "name"),
      isComposite: fields.get("composite") === true,
      isClientRole: fields.get("clientRole") === true,
      containerId: textOf(fields, "containerId"),
    };
  });
}

/** The texts in a field that should be a list of texts; none if it isn't. */
export function namesOf(fields: ReadonlyMap<string, unknown>, name: string): ReadonlySet<string> {
  const value = fields.get(name);
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return new Set(items.filter((item) => typeof item === "string"));
}

/** Whether the person may change the object; true if the server doesn't say. */
function isManageable(fields: ReadonlyMap<string, unknown>): boolean {
  const access = fields.get("access");
  return access === undefined || fieldsOf(access).get("manage") === true;
}

/**
 * What the client's tokens are bound to, from its attributes.
 *
 * @see [OIDCConfigAttributes](https://github.com/keycloak/keycloak/blob/main/server-spi-private/src/main/java/org/keycloak/protocol/oidc/OIDCConfigAttributes.java)
 */
function tokenBindingOf(attributes: ReadonlyMap<string, string>): TokenBinding | undefined {
  const isOn = (name: string) => attributes.get(name) === "true";
  if (isOn("dpop.bound.access.tokens")) return "DPoP";
  return isOn("tls.client.certificate.bound.access.tokens") ? "mutual TLS" : undefined;
}

/**
 * Reads a client's settings. A client without a protocol represents a realm, such as `demo-realm`.
 * The secret in the answer isn't kept.
 *
 * @throws UnexpectedAnswerError when the answer is no client
 */
export function parseClient(answer: unknown): ClientSettings {
  const fields = fieldsOf(answer);
  const attributes = attributesOf(fields);
  return {
    clientUuid: textOf(fields, "id"),
    clientId: textOf(fields, "clientId"),
    protocol: typeof fields.get("protocol") === "string" ? textOf(fields, "protocol") : "",
    enabled: fields.get("enabled") === true,
    bearerOnly: fields.get("bearerOnly") === true,
    publicClient: fields.get("publicClient") === true,
    serviceAccountsEnabled: fields.get("serviceAccountsEnabled") === true,
    authorizationServicesEnabled: fields.get("authorizationServicesEnabled") === true,
    fullScopeAllowed: fields.get("fullScopeAllowed") === true,
    frontchannelLogout: fields.get("frontchannelLogout") === true,
    authenticator:
      typeof fields.get("clientAuthenticatorType") === "string"
        ? textOf(fields, "clientAuthenticatorType")
        : "",
    tokenBinding: tokenBindingOf(attributes),
    tokenSettings: parseTokenSettings(fields, attributes),
    defaultClientScopes: namesOf(fields, "defaultClientScopes"),
    optionalClientScopes: namesOf(fields, "optionalClientScopes"),
    managedBy: attributes.get(managedByAttribute),
    ownership: ownershipIn(attributes),
    markers: new Map([...attributes].filter(([name]) => name.startsWith(markerPrefix))),
    isManageable: isManageable(fields),
  };
}

/**
 * Reads a list of clients.
 *
 * @throws UnexpectedAnswerError when the answer is no list of clients
 */
export function parseClients(answer: unknown): readonly ClientSettings[] {
  return itemsOf(answer).map(parseClient);
}

/** The relevant fields of a user. */
export interface ReadUser {
  readonly userId: string;
  /** Undefined if the answer doesn't say. */
  readonly enabled: boolean | undefined;
}

/**
 * Reads a user.
 *
 * @throws UnexpectedAnswerError when the answer is no user
 */
export function parseUser(answer: unknown): ReadUser {
  const fields = fieldsOf(answer);
  const enabled = fields.get("enabled");
  return {
    userId: textOf(fields, "id"),
    enabled: typeof enabled === "boolean" ? enabled : undefined,
  };
}

/**
 * Reads which admin roles the signed-in administrator has in a realm.
 *
 * @throws UnexpectedAnswerError when the answer tells of no roles
 */
export function parseOwnRoles(answer: unknown, realm: string): ReadonlySet<string> {
  return namesOf(fieldsOf(fieldsOf(answer).get("realm_access")), realm);
}

/**
 * Reads a list of client scopes.
 *
 * @throws UnexpectedAnswerError when the answer is no list of client scopes
 */
export function parseClientScopes(answer: unknown): readonly ClientScope[] {
  return itemsOf(answer).map((item) => {
    const fields = fieldsOf(item);
    return { id: textOf(fields, "id"), name: textOf(fields, "name") };
  });
}
