import type { ClientState, RealmState, RoleState } from "./realm-state.ts";

/** Makes a role in its container; the name may be anything, as on the server. */
export function makeRole(
  newId: () => string,
  container: Pick<ClientState | RealmState, "id" | "roles">,
  role: {
    readonly name: string;
    readonly isClientRole: boolean;
    readonly description?: string;
    readonly composites?: Iterable<RoleState>;
  },
): RoleState {
  if ([...container.roles].some(({ name }) => name === role.name)) {
    throw new Error(`There is a role ${JSON.stringify(role.name)} already.`);
  }
  const made: RoleState = {
    id: newId(),
    name: role.name,
    isClientRole: role.isClientRole,
    ...(role.description === undefined ? {} : { description: role.description }),
    containerId: container.id,
    composites: new Set(role.composites),
  };
  container.roles.add(made);
  return made;
}
