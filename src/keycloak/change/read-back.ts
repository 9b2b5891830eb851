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
 * Reads what holds after a change. One request is enough where the server holds just what was
 * expected; what is in effect is asked for only where it can't be told from what is mapped. Where
 * anything else holds, somebody else changed it meanwhile, and all is read again.
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
  const { serviceAccountUserId, adminClient, isMaster } = now;
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
    isEffectToldByMappings(before, change)
      ? expected.effective
      : readMappedRoles(api, account, "readEffective").then(roleKeysOf),
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

/** Nothing ends, and nothing is in effect but what is mapped and included in that. */
function isEffectToldByMappings(before: Snapshot, { remove }: Change): boolean {
  if (remove.some(({ place }) => place === "mapping")) return false;
  const alone = snapshotAfter({ ...before, effective: new Set() }, { add: [], remove: [] });
  return isSame(alone.effective, before.effective);
}
