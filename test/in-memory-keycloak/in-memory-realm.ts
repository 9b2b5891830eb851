import type { Administrator } from "./answer-request.ts";
import { createRoleArrangements, type RoleArrangements } from "./arrange-roles.ts";
import { deleteClient } from "./delete-client.ts";
import { dumpRealm, type RealmDump } from "./dump-realm.ts";
import { makeClient, type NewClient } from "./make-client.ts";
import {
  type AdminEventState,
  allRoles,
  type ClientSettings,
  type EventState,
  type RealmSettings,
  type RealmState,
  type UserState,
} from "./realm-state.ts";
import { serviceAccountOf } from "./service-account.ts";
import { runDueWorkflows } from "./workflow-calls.ts";

/** Somebody who calls the Admin API with a token. */
export interface NewAdministrator {
  /** Sent as `Bearer <token>`; it stays valid until the user is deleted or disabled. */
  readonly token: string;
  readonly username?: string;
  /** Roles of the client that carries the realm's admin roles, by name. */
  readonly adminRoles?: readonly string[];
  /** Realm roles, by name; `admin` of `master` is the power over every realm. */
  readonly realmRoles?: readonly string[];
}

/**
 * A realm of the in-memory Keycloak, to arrange and to look at without HTTP. Whatever is named here
 * has to be there: else these functions throw.
 */
export interface InMemoryRealm extends RoleArrangements {
  readonly name: string;
  /** The client that carries the realm's admin roles. */
  readonly adminClientUuid: string;
  /** @returns the UUID of the new client */
  readonly makeClient: (client: NewClient) => string;
  /** Sets settings as they are given, without what else PUT does. */
  readonly changeClient: (clientUuid: string, settings: Partial<ClientSettings>) => void;
  readonly deleteClient: (clientUuid: string) => void;
  /** @returns the id of the service-account user, where the client has one */
  readonly serviceAccountUserId: (clientUuid: string) => string | undefined;
  /** @returns the id of the new user, to whom more can be mapped */
  readonly makeAdministrator: (administrator: NewAdministrator) => string;
  readonly enableUser: (userId: string, isEnabled: boolean) => void;
  /** Has a user been made at another time, in milliseconds since 1970. */
  readonly dateUser: (userId: string, createdTimestamp: number) => void;
  /** Gives a user another name, as an import may name a service account. */
  readonly renameUser: (userId: string, username: string) => void;
  readonly deleteUser: (userId: string) => void;
  readonly changeSettings: (settings: Partial<RealmSettings>) => void;
  /** Has the realm keep an event, as a sign-in makes one. */
  readonly record: (event: EventState) => void;
  /** Makes a workflow that unassigns roles; it is scheduled only for the users given, in milliseconds since 1970. */
  readonly makeWorkflow: (
    name: string,
    roles: readonly string[],
    scheduled?: readonly (readonly [userId: string, at: number])[],
  ) => string;
  /** Has the server run the workflows that are due at a moment, in milliseconds since 1970. */
  readonly runWorkflows: (now: number) => void;
  /** Has the realm keep the event of a write, as if it had been made by someone else or earlier. */
  readonly recordAdminEvent: (event: AdminEventState) => void;
  /** The whole state, sorted, to be compared. */
  readonly dump: () => RealmDump;
}

function present<Part>(part: Part | undefined, what: string): Part {
  if (part === undefined) throw new Error(`The realm has no ${what}.`);
  return part;
}

/** Opens a realm to arrange and to look at. */
export function openRealm(
  newId: () => string,
  realm: RealmState,
  administrators: Map<string, Administrator>,
): InMemoryRealm {
  const clientWith = (uuid: string) => present(realm.clients.get(uuid), `client ${uuid}`);
  const userWith = (id: string) => present(realm.users.get(id), `user ${id}`);
  const arrangements = createRoleArrangements(newId, realm);
  return {
    ...arrangements,
    name: realm.name,
    adminClientUuid: realm.adminClient.id,
    makeClient: (client) => makeClient(newId, realm, client).id,
    changeClient: (uuid, settings) => {
      const client = clientWith(uuid);
      client.settings = { ...client.settings, ...settings };
    },
    deleteClient: (uuid) => {
      deleteClient(realm, clientWith(uuid));
    },
    serviceAccountUserId: (uuid) => serviceAccountOf(realm, clientWith(uuid))?.id,
    makeAdministrator: ({ token, username, adminRoles = [], realmRoles = [] }) => {
      const named = (names: readonly string[], containerId: string) =>
        names.map((name) =>
          present(
            allRoles(realm).find((role) => role.containerId === containerId && role.name === name),
            `role ${name}`,
          ),
        );
      const user: UserState = {
        id: newId(),
        username: username ?? `holder of ${token}`,
        enabled: true,
        createdTimestamp: Date.now(),
        serviceAccountOf: undefined,
        roles: new Set([
          realm.defaultRole,
          ...named(adminRoles, realm.adminClient.id),
          ...named(realmRoles, realm.id),
        ]),
        groups: new Set(),
      };
      realm.users.set(user.id, user);
      administrators.set(token, { realm, user });
      return user.id;
    },
    enableUser: (id, isEnabled) => {
      userWith(id).enabled = isEnabled;
    },
    dateUser: (id, createdTimestamp) => {
      userWith(id).createdTimestamp = createdTimestamp;
    },
    renameUser: (id, username) => {
      userWith(id).username = username;
    },
    deleteUser: (id) => {
      realm.users.delete(userWith(id).id);
    },
    changeSettings: (settings) => {
      Object.assign(realm.settings, settings);
    },
    record: (event) => {
      realm.events.push(event);
    },
    makeWorkflow: (name, roles, scheduled = []) => {
      const id = newId();
      const steps = roles.map((role) => ({ uses: "revoke-role", roles: [role] }));
      realm.workflows.set(id, { id, name, steps, scheduled: new Map(scheduled) });
      return id;
    },
    runWorkflows: (now) => runDueWorkflows(realm, now),
    recordAdminEvent: (event) => {
      realm.adminEvents.push(event);
    },
    dump: () => dumpRealm(realm),
  };
}
