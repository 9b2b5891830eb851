import type { AdminEvent } from "../model/admin-event.ts";
import { outermostRoles } from "../model/resolve-roles.ts";
import { roleKey } from "../model/snapshot.ts";
import { type Origin, originOfMembership, originOfRole } from "../origin/origin.ts";
import type { AccountRow } from "./account-rows.ts";
import type { IndirectSource, Survey } from "./survey.ts";

/** Through what an account has admin roles: an assigned role, or a group. */
export interface RowOrigin {
  readonly kind: "role" | "group";
  /** The role's name, or the group's path. */
  readonly name: string;
  readonly origin: Origin;
}

/**
 * How an account of a survey came to its admin roles: by roles that are assigned to it, and by groups. Nobody assigned
 * the default role.
 *
 * @param events those of the realm, in any order
 */
export function originsOfRow(
  { userId, held, indirect, composites }: AccountRow,
  { adminClient, roles }: Pick<Survey, "adminClient" | "roles">,
  events: readonly AdminEvent[],
): readonly RowOrigin[] {
  const inherited = new Set(indirect.map(({ role }) => roleKey(role)));
  const direct = held.filter((role) => !inherited.has(roleKey(role)));
  const assigned = outermostRoles(direct, composites).map((role): RowOrigin => {
    const id = roles.get(roleKey(role))?.id;
    const container = role.container === "realm" ? "realm" : adminClient.clientUuid;
    const isRole = (it: { readonly id: string; readonly name: string }) =>
      id === undefined ? it.name === role.name : it.id === id;
    const origin = originOfRole(events, userId, container, isRole);
    return { kind: "role", name: role.name, origin };
  });
  const sources = indirect.flatMap((it) => it.sources);
  const named = (kind: IndirectSource["kind"]) => [
    ...new Set(sources.filter((it) => it.kind === kind).map(({ name }) => name)),
  ];
  return [
    ...assigned,
    ...named("composite").map((name): RowOrigin => {
      const origin = originOfRole(events, userId, undefined, (it) => it.name === name);
      return { kind: "role", name, origin };
    }),
    ...named("group").map((name): RowOrigin => {
      const origin = originOfMembership(events, userId, { path: name });
      return { kind: "group", name, origin };
    }),
  ];
}
