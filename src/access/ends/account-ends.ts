import { isAdminRole } from "../model/role-reference.ts";
import { type RoleKey, roleKey } from "../model/snapshot.ts";
import type { ReadWorkflows } from "./own-workflow.ts";
import { roleOfWorkflow } from "./role-in-workflow.ts";

/** Roles of an account that a workflow unassigns, or was to unassign. */
export interface AccountEnd {
  readonly workflowId: string;
  /** In milliseconds since 1970. */
  readonly at: number;
  /** The admin roles among its roles. */
  readonly roles: readonly RoleKey[];
  /** Whether Keycloak has it on its schedule: only then are the roles unassigned. */
  readonly isScheduled: boolean;
}

/**
 * What comes of an end:
 * - `pending`: Keycloak unassigns the roles at that moment, within its interval;
 * - `due`: the moment is over, and Keycloak hasn't looked at it yet;
 * - `over`: it is over, and none of the roles is assigned;
 * - `stillAssigned`: it is over, and roles of it are assigned: the step failed, which Keycloak only logs, or somebody
 *   assigned them again;
 * - `cancelled`: somebody took it off the schedule, or disabled the workflow;
 * - `unused`: its moment is to come, and none of its roles is assigned: a change failed, or somebody unassigned them.
 */
export type EndState = "pending" | "due" | "over" | "stillAssigned" | "cancelled" | "unused";

/** Whose ends are meant, and which roles were read. */
interface EndingAccount {
  readonly userId: string;
  readonly adminClientId: string;
  /** Of other roles than admin roles, only these are told: of others it isn't known whether they are assigned. */
  readonly known?: Pick<ReadonlyMap<RoleKey, unknown>, "has">;
}

/** The ends of an account, the earliest first. */
export function endsOfAccount(
  { workflows, scheduled }: ReadWorkflows,
  { userId, adminClientId, known = new Set() }: EndingAccount,
): readonly AccountEnd[] {
  return workflows
    .filter((workflow) => workflow.userId === userId)
    .map(({ id, at, roles, isEnabled }) => ({
      workflowId: id,
      at,
      roles: roles.flatMap((named) => {
        const role = roleOfWorkflow(named, adminClientId);
        if (role === undefined) return [];
        return isAdminRole(role) || known.has(roleKey(role)) ? [roleKey(role)] : [];
      }),
      isScheduled: isEnabled && scheduled.has(id),
    }))
    .sort((a, b) => a.at - b.at);
}

/**
 * The state of an end.
 *
 * @param mapped the roles that are assigned to the account
 * @param now in milliseconds since 1970
 */
export function stateOfEnd(
  { at, roles, isScheduled }: AccountEnd,
  mapped: ReadonlySet<RoleKey>,
  now: number,
): EndState {
  const isAssigned = roles.some((role) => mapped.has(role));
  if (!isAssigned) return at > now ? "unused" : "over";
  if (isScheduled) return at > now ? "pending" : "due";
  return at > now ? "cancelled" : "stillAssigned";
}

/**
 * When each role ends, in milliseconds since 1970. Where several workflows unassign a role, the first one does; roles
 * without an end aren't in it.
 */
export function endOfRoles(ends: readonly AccountEnd[]): ReadonlyMap<RoleKey, number> {
  const first = new Map<RoleKey, number>();
  for (const { at, roles, isScheduled } of ends) {
    if (!isScheduled) continue;
    for (const role of roles) first.set(role, Math.min(at, first.get(role) ?? at));
  }
  return first;
}
