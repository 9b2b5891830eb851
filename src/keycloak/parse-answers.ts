import type { ClientScope, ClientSettings, Role } from "../access/snapshot.ts";
import type { AccountUser } from "../access/survey.ts";
import type { ContainerKey } from "../catalog/presets.ts";
import { UnexpectedAnswerError } from "./unexpected-answer-error.ts";

/** A role of a list. */
export interface ListedRole extends Role {
  readonly isComposite: boolean;
}

/** A group of a realm. */
export interface Group {
  readonly id: string;
  /** The names from the root down to its own. */
  readonly path: string;
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new UnexpectedAnswerError("The Admin API answered with something that is no object.");
  }
  return new Map(Object.entries(value));
}

function textOf(fields: ReadonlyMap<string, unknown>, name: string): string {
  const value = fields.get(name);
  if (typeof value !== "string") {
    throw new UnexpectedAnswerError(`The Admin API answered without "${name}".`);
  }
  return value;
}

function itemsOf(answer: unknown): readonly unknown[] {
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

function namesOf(fields: ReadonlyMap<string, unknown>, name: string): ReadonlySet<string> {
  const value = fields.get(name);
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return new Set(items.filter((item) => typeof item === "string"));
}

/** Whether the answer says that the person may change what it describes; servers that say nothing let try. */
function isManageable(fields: ReadonlyMap<string, unknown>): boolean {
  const access = fields.get("access");
  return access === undefined || fieldsOf(access).get("manage") === true;
}

/**
 * Reads a client's settings. A client without a protocol stands for a realm, as `demo-realm` does. Its
 * secret, which comes with them, is left behind.
 *
 * @throws UnexpectedAnswerError when the answer is no client
 */
export function parseClient(answer: unknown): ClientSettings {
  const fields = fieldsOf(answer);
  return {
    clientUuid: textOf(fields, "id"),
    clientId: textOf(fields, "clientId"),
    protocol: typeof fields.get("protocol") === "string" ? textOf(fields, "protocol") : "",
    enabled: fields.get("enabled") === true,
    bearerOnly: fields.get("bearerOnly") === true,
    publicClient: fields.get("publicClient") === true,
    serviceAccountsEnabled: fields.get("serviceAccountsEnabled") === true,
    fullScopeAllowed: fields.get("fullScopeAllowed") === true,
    authenticator:
      typeof fields.get("clientAuthenticatorType") === "string"
        ? textOf(fields, "clientAuthenticatorType")
        : "",
    defaultClientScopes: namesOf(fields, "defaultClientScopes"),
    optionalClientScopes: namesOf(fields, "optionalClientScopes"),
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

/**
 * Reads the id of a user.
 *
 * @throws UnexpectedAnswerError when the answer is no user
 */
export function parseUserId(answer: unknown): string {
  return textOf(fieldsOf(answer), "id");
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

/**
 * Reads a list of roles and which of them are composite ones.
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

/**
 * Reads a list of users.
 *
 * @throws UnexpectedAnswerError when the answer is no list of users
 */
export function parseUsers(answer: unknown): readonly AccountUser[] {
  return itemsOf(answer).map((item) => {
    const fields = fieldsOf(item);
    return {
      userId: textOf(fields, "id"),
      username: textOf(fields, "username"),
      enabled: fields.get("enabled") === true,
    };
  });
}

/**
 * Reads a list of groups.
 *
 * @throws UnexpectedAnswerError when the answer is no list of groups
 */
export function parseGroups(answer: unknown): readonly Group[] {
  return itemsOf(answer).map((item) => {
    const fields = fieldsOf(item);
    return { id: textOf(fields, "id"), path: textOf(fields, "path") };
  });
}

/**
 * Reads a list of sign-ins of clients.
 *
 * @returns the time of the last one by client ID, in milliseconds since 1970, and how many there are
 * @throws UnexpectedAnswerError when the answer is no list of events
 */
export function parseSignIns(answer: unknown): {
  readonly count: number;
  readonly lastByClientId: ReadonlyMap<string, number>;
} {
  const last = new Map<string, number>();
  const events = itemsOf(answer).map(fieldsOf);
  for (const event of events) {
    const [clientId, time] = [event.get("clientId"), event.get("time")];
    if (typeof clientId !== "string" || typeof time !== "number") continue;
    last.set(clientId, Math.max(time, last.get(clientId) ?? 0));
  }
  return { count: events.length, lastByClientId: last };
}

/**
 * Reads whether a realm keeps events of the sign-ins of clients.
 *
 * @throws UnexpectedAnswerError when the answer is no configuration of events
 */
export function parseIsRecorded(answer: unknown): boolean {
  const fields = fieldsOf(answer);
  const types = namesOf(fields, "enabledEventTypes");
  return fields.get("eventsEnabled") === true && (types.size === 0 || types.has("CLIENT_LOGIN"));
}

/**
 * Reads the names of a list of realms.
 *
 * @throws UnexpectedAnswerError when the answer is no list of realms
 */
export function parseRealmNames(answer: unknown): readonly string[] {
  return itemsOf(answer).map((item) => textOf(fieldsOf(item), "realm"));
}
