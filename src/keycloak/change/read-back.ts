import { userIdOf } from "../../access/model/account.ts";
import type { ClientState } from "../../access/model/client-state.ts";
import { type Change, type Grant, isEmptyChange } from "../../access/model/grant.ts";
import { type RoleKey, roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import { snapshotAfter } from "../../access/plan/snapshot-after.ts";
import { AdminApiError } from "../api/admin-api-error.ts";
import { readMappedRoles } from "../client/read-holdings.ts";
import { readScope } from "../client/read-scope.ts";
import { readNow, type Subject } from "./read-now.ts";

const isSame = (some: ReadonlySet<RoleKey>, others: ReadonlySet<RoleKey>) =>
  some.size === others.size && [...some].every((key) => others.has(key));

/**
 * Reads what holds after a change: what is mapped and what is in effect, at the same time. What is in effect
 * is never told from what is mapped: composite roles may hold anything. Where something else is mapped than
 * was expected, somebody else changed it meanwhile, and all is read again.
 *
 * @param before what held before the change
 * @param now what is known meanwhile, such as the account that the change made
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
    touches("clientScope")
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
  // Where the account is gone, somebody switched service accounts off, or off and on.
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

const roleKeysOf = (roles: readonly { container: "admin" | "realm"; name: string }[]) =>
  new Set(roles.map(roleKey));
