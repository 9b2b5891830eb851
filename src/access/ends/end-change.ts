import type { RoleReference } from "../../catalog/presets/presets.ts";
import type { Change } from "../model/grant.ts";
import { type RoleKey, roleKey } from "../model/snapshot.ts";

/** When a role ends, in milliseconds since 1970; undefined for one that doesn't. */
export type EndOfRole = ReadonlyMap<RoleKey, number | undefined>;

/** What a change makes of the ends of roles: only the roles whose end changes. */
export interface EndChange {
  readonly before: EndOfRole;
  readonly after: EndOfRole;
}

/** The way back. */
export const reverseEnds = ({ before, after }: EndChange): EndChange => ({
  before: after,
  after: before,
});

interface Asked {
  readonly change: Change;
  /** Roles of the presets that are applied, also those that are assigned already. */
  readonly given: readonly RoleReference[];
  /** When they are to end; undefined for never, and `unchanged` where only new roles are without an end. */
  readonly end: number | undefined | "unchanged";
  /** When the account's roles end now. */
  readonly current: ReadonlyMap<RoleKey, number>;
  /** The roles that are assigned themselves: what another role includes can't end on its own. */
  readonly mapped: ReadonlySet<RoleKey>;
  /** Roles that other presets in force need: an end of theirs is left as it is. */
  readonly needed: ReadonlySet<RoleKey>;
}

/**
 * What a plan makes of ends. A role that is assigned ends when it is asked to; one that is unassigned loses its end.
 * Where the plan assigns nothing, because the presets are applied already, their roles get the end that is asked for.
 * Where it does, a role that was assigned before ends no sooner than what is applied: it loses an earlier end, and
 * without an end it stays without one, since something else may need it.
 *
 * @returns undefined where no end changes
 */
export function changeOfEnds(asked: Asked): EndChange | undefined {
  const { change, given, current, mapped, needed } = asked;
  const keysOf = (grants: Change["add"]) =>
    grants.flatMap((grant) => (grant.place === "mapping" ? [roleKey(grant.role)] : []));
  const end = asked.end === "unchanged" ? undefined : asked.end;
  const after = new Map<RoleKey, number | undefined>();
  for (const key of keysOf(change.remove)) after.set(key, undefined);
  const added = new Set(keysOf(change.add));
  for (const key of added) after.set(key, end);
  const held = given.map(roleKey).filter((key) => mapped.has(key) && !added.has(key));
  if (added.size === 0) {
    if (asked.end !== "unchanged") {
      for (const key of held) if (!needed.has(key)) after.set(key, end);
    }
  } else {
    for (const key of held) {
      const now = current.get(key);
      if (now !== undefined) after.set(key, end === undefined ? undefined : Math.max(now, end));
    }
  }
  return endChange(current, after);
}

/**
 * The change from the ends that roles have to those that they are to have.
 *
 * @returns undefined where no end changes
 */
export function endChange(
  current: ReadonlyMap<RoleKey, number>,
  after: EndOfRole,
): EndChange | undefined {
  const changed = [...after].filter(([key, end]) => current.get(key) !== end);
  if (changed.length === 0) return undefined;
  return {
    before: new Map(changed.map(([key]) => [key, current.get(key)])),
    after: new Map(changed),
  };
}
