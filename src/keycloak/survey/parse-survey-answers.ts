import type { Role } from "../../access/model/snapshot.ts";
import type { AccountUser } from "../../access/survey/survey.ts";
import type { ContainerKey } from "../../catalog/presets/presets.ts";
import { fieldsOf, itemsOf, namesOf, parseRoles, textOf } from "../api/parse-answers.ts";

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
    // What is no moment that a calendar has can't be shown.
    if (Number.isNaN(new Date(time).getTime())) continue;
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

/**
 * Reads which admin roles the signed-in administrator has in a realm.
 *
 * @throws UnexpectedAnswerError when the answer tells of no roles
 */
export function parseOwnRoles(answer: unknown, realm: string): ReadonlySet<string> {
  return namesOf(fieldsOf(fieldsOf(answer).get("realm_access")), realm);
}
