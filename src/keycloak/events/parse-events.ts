import type { AdminEvent, EventSettings } from "../../access/model/admin-event.ts";
import { fieldsOf, itemsOf, namesOf, textOf, timeOf } from "../api/parse-answers.ts";

/**
 * Reads what a realm keeps of events.
 *
 * @throws UnexpectedAnswerError when the answer is no configuration of events
 * @see [RealmEventsConfigRepresentation](https://github.com/keycloak/keycloak/blob/main/core/src/main/java/org/keycloak/representations/idm/RealmEventsConfigRepresentation.java)
 */
export function parseEventSettings(answer: unknown): EventSettings {
  const fields = fieldsOf(answer);
  const types = namesOf(fields, "enabledEventTypes");
  const seconds = fields.get("eventsExpiration");
  return {
    areWritesKept: fields.get("adminEventsEnabled") === true,
    areDetailsKept: fields.get("adminEventsDetailsEnabled") === true,
    areSignInsKept:
      fields.get("eventsEnabled") === true && (types.size === 0 || types.has("CLIENT_LOGIN")),
    signInsKeptFor: typeof seconds === "number" && seconds > 0 ? seconds * 1_000 : undefined,
  };
}

/**
 * Reads a list of admin events. One without a time of the calendar is left out: it can't be shown.
 *
 * @throws UnexpectedAnswerError when the answer is no list of admin events
 * @see [AdminEventRepresentation](https://github.com/keycloak/keycloak/blob/main/core/src/main/java/org/keycloak/representations/idm/AdminEventRepresentation.java)
 */
export function parseAdminEvents(answer: unknown): readonly AdminEvent[] {
  return itemsOf(answer).flatMap((item) => {
    const fields = fieldsOf(item);
    const time = timeOf(fields.get("time"));
    if (time === undefined) return [];
    const by = fieldsOf(fields.get("authDetails") ?? {});
    const text = (from: ReadonlyMap<string, unknown>, name: string) => {
      const value = from.get(name);
      return typeof value === "string" && value !== "" ? value : undefined;
    };
    return {
      time,
      operation: textOf(fields, "operationType"),
      resourceType: text(fields, "resourceType") ?? "",
      resourcePath: text(fields, "resourcePath") ?? "",
      representation: text(fields, "representation"),
      error: text(fields, "error"),
      by: {
        realmId: text(by, "realmId") ?? "",
        clientUuid: text(by, "clientId") ?? "",
        userId: text(by, "userId") ?? "",
        ipAddress: text(by, "ipAddress"),
      },
    };
  });
}
