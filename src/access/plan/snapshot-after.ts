import { isMove } from "../model/client-scope-move.ts";
import type { Change, Grant } from "../model/grant.ts";
import { resolveOnServer } from "../model/role-content.ts";
import {
  type ClientSettings,
  type Role,
  type RoleKey,
  roleKey,
  type Snapshot,
} from "../model/snapshot.ts";

const rolesIn = (grants: readonly Grant[], place: "mapping" | "scope"): readonly Role[] =>
  grants.flatMap((grant) => (grant.place === place ? [grant.role] : []));

const keysIn = (grants: readonly Grant[], place: "mapping" | "scope"): readonly RoleKey[] =>
  rolesIn(grants, place).map(roleKey);

function changed<Key>(
  held: ReadonlySet<Key>,
  add: Iterable<Key>,
  remove: readonly Key[],
): ReadonlySet<Key> {
  const after = new Set([...held, ...add]);
  for (const key of remove) after.delete(key);
  return after;
}

/**
 * The snapshot as it should be after a change, from what is known of composite roles.
 * A role that is taken stays in effect where a role that stays mapped includes it, and where it was
 * held through a group or a default role, which only shows once the server is asked.
 */
export function snapshotAfter(snapshot: Snapshot, { add, remove }: Change): Snapshot {
  const { client, roles } = snapshot;
  const offered = (keys: Iterable<RoleKey>) => [...keys].filter((key) => roles.has(key));
  const mapped = changed(snapshot.mapped, keysIn(add, "mapping"), keysIn(remove, "mapping"));
  const { contents } = snapshot;
  const heldBy = (keys: ReadonlySet<RoleKey>) =>
    resolveOnServer(
      [...roles.values()].filter((role) => keys.has(roleKey(role))),
      contents,
    );
  const stillGiven = heldBy(mapped);
  const ended = [...resolveOnServer(rolesIn(remove, "mapping"), contents)].filter(
    (key) => !stillGiven.has(key),
  );
  const scopes = (grants: readonly Grant[]) =>
    grants.flatMap((grant) => (grant.place === "clientScope" ? [grant.clientScope.name] : []));
  const movedScopes = (grants: readonly Grant[]) => scopes(grants.filter(isMove));
  return {
    ...snapshot,
    client: {
      ...withAccount(client, add, remove),
      defaultClientScopes: changed(client.defaultClientScopes, scopes(add), scopes(remove)),
      optionalClientScopes: changed(
        client.optionalClientScopes,
        movedScopes(remove),
        movedScopes(add),
      ),
    },
    mapped,
    effective: changed(snapshot.effective, offered(stillGiven), ended),
    grantable: changed(snapshot.grantable, keysIn(remove, "mapping"), [...mapped]),
    inScope:
      snapshot.inScope === undefined
        ? undefined
        : changed(
            snapshot.inScope,
            offered(resolveOnServer(rolesIn(add, "scope"), contents)),
            keysIn(remove, "scope"),
          ),
  };
}

/** The client with its service account enabled, or made public again. */
function withAccount(
  client: ClientSettings,
  add: readonly Grant[],
  remove: readonly Grant[],
): ClientSettings {
  if (add.some(({ place }) => place === "account")) {
    return { ...client, publicClient: false, serviceAccountsEnabled: true };
  }
  return remove.some(({ place }) => place === "account")
    ? { ...client, publicClient: true }
    : client;
}
