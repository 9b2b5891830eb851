import { forgetRole } from "./effective-roles.ts";
import { makeRole } from "./make-role.ts";
import { allRoles, type RealmState, type RoleState } from "./realm-state.ts";

/** A role as requests name it. */
export interface RoleName {
  readonly id: string;
  readonly name: string;
}

/** Functions that arrange roles and what holds them, without HTTP and without asking for rights. */
export interface RoleArrangements {
  /** Finds a role of a client by its UUID, or of the realm where no client is named. */
  readonly findRole: (name: string, clientUuid?: string) => RoleName;
  readonly makeRealmRole: (name: string) => RoleName;
  readonly makeClientRole: (clientUuid: string, name: string) => RoleName;
  readonly addComposites: (roleId: string, included: readonly string[]) => void;
  readonly removeComposites: (roleId: string, excluded: readonly string[]) => void;
  readonly renameRole: (roleId: string, name: string) => void;
  /** Deletes a role; it vanishes from everything that holds it. */
  readonly deleteRole: (roleId: string) => void;
  /** Maps roles to a user or a group. */
  readonly mapRoles: (holderId: string, roleIds: readonly string[]) => void;
  readonly unmapRoles: (holderId: string, roleIds: readonly string[]) => void;
  /** @returns the id of the new group */
  readonly makeGroup: (name: string, parentId?: string) => string;
  readonly joinGroup: (userId: string, groupId: string) => void;
  readonly leaveGroup: (userId: string, groupId: string) => void;
  /**
   * @param roleIds roles that the scope brings into the scope of each client that has it
   * @returns the id of the new client scope
   */
  readonly makeClientScope: (
    name: string,
    protocol?: string,
    roleIds?: readonly string[],
  ) => string;
  readonly deleteClientScope: (scopeId: string) => void;
}

function present<Part>(part: Part | undefined, what: string): Part {
  if (part === undefined) throw new Error(`The realm has no ${what}.`);
  return part;
}

/** Makes the functions that arrange the roles of a realm. */
export function createRoleArrangements(newId: () => string, realm: RealmState): RoleArrangements {
  const { users, groups, clients, clientScopes } = realm;
  const roleWith = (id: string) =>
    present(
      allRoles(realm).find((role) => role.id === id),
      `role ${id}`,
    );
  const rolesWith = (ids: readonly string[]): readonly RoleState[] => ids.map(roleWith);
  const holderWith = (id: string) =>
    present(users.get(id) ?? groups.get(id), `user or group ${id}`);
  const userWith = (id: string) => present(users.get(id), `user ${id}`);
  const groupWith = (id: string) => present(groups.get(id), `group ${id}`);
  const clientWith = (uuid: string) => present(clients.get(uuid), `client ${uuid}`);
  const named = ({ id, name }: RoleState): RoleName => ({ id, name });

  return {
    findRole: (name, uuid) => {
      const { roles } = uuid === undefined ? realm : clientWith(uuid);
      return named(
        present(
          [...roles].find((role) => role.name === name),
          `role ${name}`,
        ),
      );
    },
    makeRealmRole: (name) => named(makeRole(newId, realm, { name, isClientRole: false })),
    makeClientRole: (uuid, name) =>
      named(makeRole(newId, clientWith(uuid), { name, isClientRole: true })),
    addComposites: (id, included) => {
      for (const role of rolesWith(included)) roleWith(id).composites.add(role);
    },
    removeComposites: (id, excluded) => {
      for (const role of rolesWith(excluded)) roleWith(id).composites.delete(role);
    },
    renameRole: (id, name) => {
      roleWith(id).name = name;
    },
    deleteRole: (id) => forgetRole(realm, roleWith(id)),
    mapRoles: (id, roleIds) => {
      for (const role of rolesWith(roleIds)) holderWith(id).roles.add(role);
    },
    unmapRoles: (id, roleIds) => {
      for (const role of rolesWith(roleIds)) holderWith(id).roles.delete(role);
    },
    makeGroup: (name, parentId) => {
      const parent = parentId === undefined ? undefined : groupWith(parentId);
      const id = newId();
      groups.set(id, { id, name, parent, roles: new Set() });
      return id;
    },
    joinGroup: (userId, groupId) => {
      userWith(userId).groups.add(groupWith(groupId));
    },
    leaveGroup: (userId, groupId) => {
      userWith(userId).groups.delete(groupWith(groupId));
    },
    makeClientScope: (name, protocol = "openid-connect", roleIds = []) => {
      const id = newId();
      clientScopes.set(id, { id, name, protocol, scopeMappings: new Set(rolesWith(roleIds)) });
      return id;
    },
    deleteClientScope: (id) => {
      const scope = present(clientScopes.get(id), `client scope ${id}`);
      for (const { defaultScopes, optionalScopes } of clients.values()) {
        defaultScopes.delete(scope);
        optionalScopes.delete(scope);
      }
      clientScopes.delete(id);
    },
  };
}
