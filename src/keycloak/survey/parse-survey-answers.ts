import { isServiceAccountOn } from "../../access/model/account.ts";
import type { ClientSettings } from "../../access/model/snapshot.ts";
import { howScopeIsAssigned } from "../../access/survey/how-scope-is-assigned.ts";
import type { AccountClient, AccountUser } from "../../access/survey/survey.ts";
import { attributesOf } from "../api/attributes-of.ts";
import { fieldsOf, itemsOf, parseClient, textOf, timeOf } from "../api/parse-answers.ts";

/** A group of a realm. */
export interface Group {
  readonly id: string;
  /** The names from the root down to its own. */
  readonly path: string;
}

/** A name that a person gave; Keycloak names its own clients by a key of its texts, such as `${client_account}`. */
function nameOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" && !value.startsWith("${") ? value : undefined;
}

/** Clients of a list, each with what the list of service accounts and readiness go by. */
export interface ListedClient extends ClientSettings, AccountClient {
  /** The login theme that it uses in place of the realm's. */
  readonly loginTheme: string | undefined;
}

/**
 * How a client has the client scope for the Admin API. From Keycloak 26.8, the lists are empty for callers who can't
 * see client scopes, so two empty lists say nothing.
 *
 * @see [Migrating to 26.8.0](https://www.keycloak.org/docs/26.8.0/upgrading/)
 */
const adminClientScopeOf = ({ defaultClientScopes, optionalClientScopes }: ClientSettings) =>
  defaultClientScopes.size + optionalClientScopes.size === 0
    ? undefined
    : howScopeIsAssigned(defaultClientScopes, optionalClientScopes);

/**
 * Reads a list of clients.
 *
 * @throws UnexpectedAnswerError when the answer is no list of clients
 * @see [ClientSecretConstants](https://github.com/keycloak/keycloak/blob/main/server-spi/src/main/java/org/keycloak/models/ClientSecretConstants.java)
 */
export function parseListedClients(answer: unknown): readonly ListedClient[] {
  return itemsOf(answer).map((item) => {
    const attributes = attributesOf(fieldsOf(item));
    const seconds = Number(attributes.get("client.secret.creation.time"));
    const client = parseClient(item);
    // A client that doesn't say how signs in with its secret.
    const usesSecret = ["", "client-secret", "client-secret-jwt"].includes(client.authenticator);
    const { secretExpiresAt } = client.tokenSettings;
    return {
      ...client,
      name: nameOf(fieldsOf(item).get("name")),
      secretCreatedAt: timeOf(seconds * 1_000),
      usesSecret,
      secretExpiresAt: usesSecret && secretExpiresAt ? secretExpiresAt * 1_000 : undefined,
      adminClientScope: adminClientScopeOf(client),
      loginTheme: attributes.get("login_theme"),
      isOn: isServiceAccountOn(client) && !client.bearerOnly,
    };
  });
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
      createdAt: timeOf(fields.get("createdTimestamp")),
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
 * @returns times in milliseconds since 1970: the last one by client ID and by the id of the account, and
 *   the oldest of all; and how many there are
 * @throws UnexpectedAnswerError when the answer is no list of events
 */
export function parseSignIns(answer: unknown): {
  readonly count: number;
  readonly oldest: number | undefined;
  readonly lastByClientId: ReadonlyMap<string, number>;
  readonly lastByUserId: ReadonlyMap<string, number>;
} {
  const [lastByClientId, lastByUserId] = [new Map<string, number>(), new Map<string, number>()];
  let oldest: number | undefined;
  const events = itemsOf(answer).map(fieldsOf);
  const keep = (last: Map<string, number>, of: unknown, time: number) => {
    if (typeof of === "string") last.set(of, Math.max(time, last.get(of) ?? 0));
  };
  for (const event of events) {
    // What is no moment that a calendar has can't be shown.
    const time = timeOf(event.get("time"));
    if (time === undefined) continue;
    keep(lastByClientId, event.get("clientId"), time);
    keep(lastByUserId, event.get("userId"), time);
    oldest = Math.min(time, oldest ?? time);
  }
  return { count: events.length, oldest, lastByClientId, lastByUserId };
}

/**
 * Reads the names of a list of realms.
 *
 * @throws UnexpectedAnswerError when the answer is no list of realms
 */
export function parseRealmNames(answer: unknown): readonly string[] {
  return itemsOf(answer).map((item) => textOf(fieldsOf(item), "realm"));
}
