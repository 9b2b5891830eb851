import type { ClientSettings } from "./realm-state.ts";
import { Refusal } from "./refusal.ts";

/** A role as a request names it. */
export interface NamedRole {
  readonly id: unknown;
  readonly name: unknown;
}

const unparsable = () => new Refusal(400, "unknown_error", "Cannot parse the JSON");

/** What the server answers where it meets nothing where it takes something for granted. */
export function brokenServer(): Refusal {
  return new Refusal(500, "unknown_error", "For more on this error consult the server log.");
}

function parseJson(body: string): unknown {
  if (body === "") return null;
  try {
    return JSON.parse(body);
  } catch {
    throw unparsable();
  }
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw unparsable();
  return new Map(Object.entries(value));
}

/**
 * Reads the roles of a request.
 *
 * @returns undefined where the request names no list at all, which is not the same as an empty one
 */
export function parseNamedRoles(body: string): readonly NamedRole[] | undefined {
  const value = parseJson(body);
  if (value === null) return undefined;
  if (!Array.isArray(value)) throw unparsable();
  return value.map((item: unknown) => {
    if (item === null) throw brokenServer();
    const fields = fieldsOf(item);
    return { id: fields.get("id"), name: fields.get("name") };
  });
}

/** The settings that a request may change, and the type that each has. */
const settingTypes: ReadonlyMap<string, string> = new Map([
  ...["clientId", "name", "description", "protocol", "clientAuthenticatorType", "secret"].map(
    (it) => [it, "string"] as const,
  ),
  ...[
    "enabled",
    "publicClient",
    "bearerOnly",
    "serviceAccountsEnabled",
    "standardFlowEnabled",
    "implicitFlowEnabled",
    "directAccessGrantsEnabled",
    "fullScopeAllowed",
    "frontchannelLogout",
  ].map((it) => [it, "boolean"] as const),
  ...["redirectUris", "webOrigins", "attributes"].map((it) => [it, "object"] as const),
]);

/** Fields of a client that the server takes and that change nothing here. */
const passedOver: ReadonlySet<string> = new Set([
  "id",
  "access",
  "defaultClientScopes",
  "optionalClientScopes",
]);

/** Reads the id that a request chooses for what it makes; nothing where it leaves that to the server. */
export function parseId(body: string): { readonly id?: string } {
  const id = fieldsOf(parseJson(body)).get("id");
  return typeof id === "string" ? { id } : {};
}

/** Reads the names of the client scopes that a request chooses for a new client; nothing where it leaves them to the server. */
export function parseDefaultScopes(body: string): {
  readonly defaultClientScopes?: readonly string[];
} {
  const names = fieldsOf(parseJson(body)).get("defaultClientScopes");
  return Array.isArray(names) ? { defaultClientScopes: names.map(String) } : {};
}

/** Attributes are stored with their name in a column of this length. */
const longestAttributeName = 255;

/**
 * Reads the settings that a request names; what it leaves out stays as it is.
 *
 * @see [RepresentationToModel.updateClient](https://github.com/keycloak/keycloak/blob/main/server-spi-private/src/main/java/org/keycloak/models/utils/RepresentationToModel.java)
 */
export function parseSettings(body: string): Partial<ClientSettings> {
  const value = parseJson(body);
  if (value === null) throw brokenServer();
  const named = new Map<string, unknown>();
  for (const [field, setting] of fieldsOf(value)) {
    if (passedOver.has(field) || setting === null) continue;
    const type = settingTypes.get(field);
    if (type === undefined) {
      throw new Refusal(
        400,
        `Invalid json representation for ClientRepresentation. Unrecognized field "${field}"`,
      );
    }
    if (typeof setting !== type) throw unparsable();
    const names = field === "attributes" ? Object.keys(setting as object) : [];
    if (names.some((name) => name.length > longestAttributeName)) throw brokenServer();
    named.set(field, setting);
  }
  // Each field has been looked at above.
  return Object.fromEntries(named) as Partial<ClientSettings>;
}
