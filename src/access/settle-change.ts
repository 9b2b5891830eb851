import { closeOver } from "./close-over.ts";
import { type RoleChange, type RoleKey, roleKey, type Snapshot } from "./snapshot.ts";

const without = (all: ReadonlySet<RoleKey>, some: Iterable<RoleKey>): ReadonlySet<RoleKey> => {
  const rest = new Set(all);
  for (const key of some) rest.delete(key);
  return rest;
};

/** What the server answered after a change; effective roles are asked for only where they can shrink. */
export interface ReadBack {
  readonly mapped: ReadonlySet<RoleKey>;
  readonly effective?: ReadonlySet<RoleKey>;
}

/**
 * The snapshot after a change, from what the server answered when it was read back.
 *
 * Adding a role can only add to what is in effect, and what it adds is known; removing one may leave
 * it in effect through a group, so then the server is asked.
 */
export function settleChange(snapshot: Snapshot, change: RoleChange, readBack: ReadBack): Snapshot {
  const { mapped } = readBack;
  const references = [...snapshot.roles.values()].filter((role) => mapped.has(roleKey(role)));
  const effective =
    readBack.effective ?? new Set([...snapshot.effective, ...mapped, ...closeOver(references)]);
  const removed = change.remove.map(roleKey).filter((key) => !mapped.has(key));
  const grantable = new Set([...without(snapshot.grantable, mapped), ...removed]);
  const onServer = [...effective].filter((key) => mapped.has(key) || snapshot.roles.has(key));
  return { ...snapshot, mapped, effective: new Set(onServer), grantable };
}
