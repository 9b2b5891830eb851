import { endsOfAccount, stateOfEnd } from "../../../src/access/ends/account-ends.ts";
import { userIdOf } from "../../../src/access/model/account.ts";
import { type Snapshot, toRoleReference } from "../../../src/access/model/snapshot.ts";
import { hasFeature } from "../../../src/catalog/server/server-features.ts";
import type { AdminApi } from "../../../src/keycloak/api/admin-api.ts";
import { readVisibleWorkflows, seesWorkflows } from "../../../src/keycloak/ends/read-ends.ts";
import type { EndsStatement } from "../statements.ts";

/** Reads when roles of a client end, as its tab does; undefined where the tab says nothing of that. */
export async function readEnds(
  api: AdminApi,
  snapshot: Snapshot,
  version: string,
  loginRealm: string,
): Promise<EndsStatement | undefined> {
  if (hasFeature("workflows", version) === false) return "noWorkflows";
  const userId = userIdOf(snapshot.account);
  if (userId === undefined) return undefined;
  const read = await readVisibleWorkflows(api, userId, seesWorkflows(snapshot), loginRealm);
  if (read.kind === "notVisible") return "notKnown";
  if (read.kind === "unavailable") return "noWorkflows";
  const adminClientId = snapshot.adminClient.clientId;
  return endsOfAccount(read, { userId, adminClientId }).map((end) => ({
    at: end.at,
    roles: end.roles.map((key) => toRoleReference(key).name),
    state: stateOfEnd(end, snapshot.mapped, Date.now()),
  }));
}
