import type { AdminCall, AdminCalls } from "./admin-call.ts";
import { requirePower } from "./find-parts.ts";
import { pageOf } from "./page-of.ts";
import type { AdminEventState, RealmState, UserState } from "./realm-state.ts";
import { representGroup } from "./represent.ts";

/** The types of what a write changes, by its path below the realm. */
const resourceTypes: readonly (readonly [RegExp, string])[] = [
  [/^users\/[^/]+\/role-mappings\/clients\/[^/]+$/, "CLIENT_ROLE_MAPPING"],
  [/^users\/[^/]+\/role-mappings\/realm$/, "REALM_ROLE_MAPPING"],
  [/^users\/[^/]+\/groups\/[^/]+$/, "GROUP_MEMBERSHIP"],
  [/^clients\/[^/]+\/scope-mappings\/clients\/[^/]+$/, "CLIENT_SCOPE_MAPPING"],
  [/^clients\/[^/]+\/scope-mappings\/realm$/, "REALM_SCOPE_MAPPING"],
  [/^clients\/[^/]+\/(default|optional)-client-scopes\/[^/]+$/, "CLIENT_SCOPE_CLIENT_MAPPING"],
  [/^clients\/[^/]+$/, "CLIENT"],
];

/** A write that was made. */
interface Write {
  readonly method: string;
  readonly path: readonly string[];
  readonly body: string;
}

const operationOf = (method: string, resourceType: string) => {
  if (method === "DELETE") return "DELETE";
  return method === "PUT" && resourceType === "CLIENT" ? "UPDATE" : "CREATE";
};

/** What an event says of what was sent: the roles or the client as they came, and the group of a membership. */
function detailsOf(realm: RealmState, resourceType: string, { path, body }: Write) {
  if (resourceType === "GROUP_MEMBERSHIP") {
    const group = realm.groups.get(path.at(-1) ?? "");
    return group === undefined ? undefined : JSON.stringify(representGroup(group));
  }
  return body === "" ? undefined : body;
}

/** Who made it. */
interface Caller {
  readonly realm: RealmState;
  readonly user: UserState;
}

/** Keeps the event of a write, where the realm does that. Other writes than these leave none here. */
export function recordWrite(realm: RealmState, caller: Caller, write: Write): void {
  const { adminEventsEnabled, adminEventsDetailsEnabled } = realm.settings;
  const resourcePath = write.path.join("/");
  const [, resourceType] = resourceTypes.find(([pattern]) => pattern.test(resourcePath)) ?? [];
  if (!adminEventsEnabled || write.method === "GET" || resourceType === undefined) return;
  const details = adminEventsDetailsEnabled ? detailsOf(realm, resourceType, write) : undefined;
  const console = [...caller.realm.clients.values()].find(
    ({ settings }) => settings.clientId === "security-admin-console",
  );
  realm.adminEvents.push({
    time: Date.now(),
    operationType: operationOf(write.method, resourceType),
    ...{ resourceType, resourcePath },
    ...(details === undefined ? {} : { representation: details }),
    authDetails: {
      realmId: caller.realm.id,
      clientId: console?.id ?? "",
      userId: caller.user.id,
      ipAddress: "127.0.0.1",
    },
  });
}

/** Whether a path is the one that is asked for, with `*` for anything. */
function isLike(path: string, asked: string | null): boolean {
  if (asked === null) return true;
  const [first = "", ...others] = asked.split("*");
  if (others.length === 0) return path === asked;
  let at = first.length;
  return (
    path.startsWith(first) &&
    others.every((part) => {
      const found = path.indexOf(part, at);
      at = found + part.length;
      return found >= 0;
    }) &&
    path.endsWith(others.at(-1) ?? "")
  );
}

/** Admin events, the newest first unless asked otherwise. A date is that of UTC, and inclusive. */
function findAdminEvents({ realm, power, query }: AdminCall): unknown {
  requirePower(power.hasOneOf("view-events", "manage-events"));
  const isOneOf = (name: string, value: string) => {
    const wanted = query.getAll(name);
    return wanted.length === 0 || wanted.includes(value);
  };
  const [dateFrom, dateTo] = [query.get("dateFrom") ?? "", query.get("dateTo") ?? "9999"];
  const isInDays = (day: string) => dateFrom <= day && day <= dateTo;
  const found = realm.adminEvents.filter(
    ({ time, operationType, resourceType, resourcePath, authDetails }: AdminEventState) =>
      isInDays(new Date(time).toISOString().slice(0, 10)) &&
      isOneOf("operationTypes", operationType) &&
      isOneOf("resourceTypes", resourceType) &&
      isLike(resourcePath, query.get("resourcePath")) &&
      isOneOf("authClient", authDetails.clientId) &&
      isOneOf("authUser", authDetails.userId),
  );
  const newestFirst = found.toReversed().sort((a, b) => b.time - a.time);
  return pageOf(query.get("direction") === "asc" ? newestFirst.toReversed() : newestFirst, query);
}

/**
 * The call that lists admin events.
 *
 * @see [RealmAdminResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/RealmAdminResource.java)
 */
export const adminEventCalls: AdminCalls = [["GET admin-events", findAdminEvents]];
