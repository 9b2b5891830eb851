import { userIdOf } from "../../access/model/account.ts";
import type { ClientState } from "../../access/model/client-state.ts";
import { type Change, type Grant, isEmptyChange } from "../../access/model/grant.ts";
import { type RoleKey, roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import { snapshotAfter } from "../../access/plan/snapshot-after.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";
import { AdminApiError } from "../api/admin-api-error.ts";
import { readMappedRoles } from "../client/read-holdings.ts";
import { readScope } from "../client/read-scope.ts";
import { readNow, type Subject } from "./read-now.ts";

const isSame = (some: ReadonlySet<RoleKey>, others: ReadonlySet<RoleKey>) =>
  some.size === others.size && [...some].every((key) => others.has(key));

/**
 * Reads the state after a change: assigned and effective roles, at the same time. Effective roles
 * are never derived from assigned ones, because composite roles can include anything. If other
 * roles are assigned than expected, someone else changed them meanwhile, and everything is read
 * again, as where presets of the realm have roles of other clients.
 *
 * @param before the state before the change
 * @param now the facts known meanwhile, such as the account that the change created
 * @throws AdminApiError when a request fails
 */
export async function readBack(
  subject: Subject,
  before: Snapshot,
  change: Change,
  now: Snapshot,
): Promise<ClientState> {
  const { api } = subject;
  const { adminClient, isMaster } = now;
  const serviceAccountUserId = userIdOf(now.account);
  const grants = [...change.add, ...change.remove];
  const touches = (place: Grant["place"]) => grants.some((grant) => grant.place === place);
  if (
    serviceAccountUserId === undefined ||
    isEmptyChange(change) ||
    now !== before ||
    touches("clientScope") ||
    (before.custom?.containers.length ?? 0) > 0
  ) {
    return readNow(subject, now);
  }
  const expected = snapshotAfter(before, change);
  const account = { serviceAccountUserId, adminClient, isMaster };
  const read = Promise.all([
    readMappedRoles(api, account, "readMappings").then(roleKeysOf),
    readMappedRoles(api, account, "readEffective").then(roleKeysOf),
    touches("scope") ? readScope(api, before.client, before) : expected,
  ]);
  const found = await read.catch(unlessGone);
  // If the account is gone, someone turned service accounts off, or off and on again.
  if (found === undefined) return readNow(subject, now);
  const [mapped, effective, { inScope, unseenScope }] = found;
  const isExpected =
    isSame(mapped, expected.mapped) &&
    (inScope === undefined || expected.inScope === undefined || isSame(inScope, expected.inScope));
  if (!isExpected) return readNow(subject, now);
  return { kind: "ready", snapshot: { ...expected, mapped, effective, inScope, unseenScope } };
}

function unlessGone(thrown: unknown): undefined {
  if (thrown instanceof AdminApiError && thrown.failure === "notFound") return undefined;
  throw thrown;
}

const roleKeysOf = (roles: readonly RoleReference[]) => new Set(roles.map(roleKey));
