import type { AdminEvent } from "../../../../src/access/model/admin-event.ts";

/** An admin event from how it is written in tables: `CREATE USER users/1`. */
export function makeEvent(text: string, time = 1_000): AdminEvent {
  const [operation = "", resourceType = "", ...path] = text.split(" ");
  return {
    ...{ time, operation, resourceType, resourcePath: path.join(" ") },
    ...{ representation: undefined, error: undefined },
    by: { realmId: "demo", clientUuid: "uuid", userId: "account", ipAddress: undefined },
  };
}
