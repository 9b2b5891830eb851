import type { AdminCall, AdminCalls } from "./admin-call.ts";
import { requirePower } from "./find-parts.ts";
import { makeClient } from "./make-client.ts";
import { pageOf } from "./page-of.ts";
import { permissionsClientId, permissionsClientOf } from "./policy-calls.ts";
import { representRole } from "./represent.ts";

/** Without the right to view the realm, only its name is visible. */
function getRealm({ realm, power }: AdminCall): unknown {
  requirePower(power.names.length > 0);
  const { id, name, defaultRole, settings } = realm;
  if (!power.canViewRealm) return { realm: name };
  const { eventsExpiration, enabledEventTypes, ...shown } = settings;
  const carrier = permissionsClientOf(realm);
  return {
    ...(carrier === undefined
      ? {}
      : { adminPermissionsClient: { id: carrier.id, clientId: permissionsClientId } }),
    ...{ id, realm: name, ...shown },
    defaultRole: representRole(defaultRole),
  };
}

/**
 * Changes the admin theme, what is kept of admin events, and whether fine-grained permissions are on: the client that carries them is made
 * then, and stays. What isn't given stays.
 */
function putRealm({ realm, power, body, newId }: AdminCall): unknown {
  requirePower(power.canManageRealm);
  const { adminPermissionsEnabled, adminTheme, ...events } = JSON.parse(body);
  for (const name of ["adminEventsEnabled", "adminEventsDetailsEnabled"] as const) {
    if (typeof events[name] === "boolean") realm.settings[name] = events[name];
  }
  if (typeof adminTheme === "string") realm.settings.adminTheme = adminTheme;
  if (adminPermissionsEnabled === undefined) return undefined;
  realm.settings.adminPermissionsEnabled = adminPermissionsEnabled === true;
  if (adminPermissionsEnabled === true && permissionsClientOf(realm) === undefined) {
    makeClient(newId, realm, { clientId: permissionsClientId });
  }
  return undefined;
}

/** A realm that names no types of events keeps all of them, and they are listed then. */
function getEventsConfig({ realm, power }: AdminCall): unknown {
  requirePower(power.hasOneOf("view-events", "manage-events"));
  const { eventsEnabled, enabledEventTypes, eventsExpiration } = realm.settings;
  const { adminEventsEnabled, adminEventsDetailsEnabled } = realm.settings;
  const types = enabledEventTypes.length === 0 ? ["CLIENT_LOGIN", "LOGIN"] : enabledEventTypes;
  return {
    ...{ eventsEnabled, eventsExpiration, enabledEventTypes: types },
    ...{ adminEventsEnabled, adminEventsDetailsEnabled },
    eventsListeners: ["jboss-logging"],
  };
}

/** Events, the newest first unless the other order is asked for. A date is that of UTC, and inclusive. */
function findEvents({ realm, power, query }: AdminCall): unknown {
  requirePower(power.hasOneOf("view-events", "manage-events"));
  const types = query.getAll("type");
  const [clientId, userId] = [query.get("client"), query.get("user")];
  const dateTo = query.get("dateTo") ?? "9999";
  const found = realm.events.filter(
    (event) =>
      (types.length === 0 || types.includes(event.type)) &&
      (clientId === null || event.clientId === clientId) &&
      (userId === null || event.userId === userId) &&
      new Date(event.time).toISOString().slice(0, 10) <= dateTo,
  );
  const sign = query.get("direction") === "asc" ? -1 : 1;
  return pageOf(
    [...found].sort((a, b) => sign * (b.time - a.time)),
    query,
  );
}

/**
 * The calls that read a realm and its events.
 *
 * @see [RealmAdminResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/RealmAdminResource.java)
 */
export const realmCalls: AdminCalls = [
  ["GET", getRealm],
  ["PUT", putRealm],
  ["GET events/config", getEventsConfig],
  ["GET events", findEvents],
];
