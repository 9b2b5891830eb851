import { userIdOf } from "../../access/model/account.ts";
import {
  type Role,
  type RoleContainer,
  type RoleContent,
  type RoleKey,
  roleKey,
  type Snapshot,
} from "../../access/model/snapshot.ts";
import type { ContainerKey } from "../../catalog/presets/presets.ts";
import type { AdminApi } from "../api/admin-api.ts";
import type { ListedRole } from "../api/parse-answers.ts";
import { contentsOf } from "../client/contents-of.ts";
import { readRealmFacts } from "../client/read-realm-facts.ts";
import { readRoleContent } from "../client/read-role-content.ts";
import { listContainer, rolesOfContainer } from "./role-containers.ts";
import { unlessHidden } from "./unless-hidden.ts";

/** Roles of containers that have no admin roles, and what a client holds of them. */
export interface OtherRoles extends Pick<Snapshot, "mapped" | "effective" | "grantable"> {
  readonly roles: readonly Role[];
  readonly inScope: ReadonlySet<RoleKey>;
  readonly unseenScope: ReadonlySet<ContainerKey>;
  /** Containers of which no list of roles can be seen. */
  readonly unseen: ReadonlySet<ContainerKey>;
  readonly contents: ReadonlyMap<RoleKey, RoleContent>;
}

type Found = readonly (Role & ListedRole)[] | undefined;

/** What is read of one container. */
async function readContainer(api: AdminApi, container: RoleContainer, snapshot: Snapshot) {
  const { users, clients, call } = api;
  const { client, account } = snapshot;
  const { clientUuid } = container;
  const userId = userIdOf(account);
  const read = (attempt: Parameters<AdminApi["call"]>[0], ask: () => Promise<unknown>) =>
    unlessHidden(call(attempt, async () => rolesOfContainer(container, await ask())));
  const ofUser = (
    attempt: Parameters<AdminApi["call"]>[0],
    ofClient: (query: { id: string; clientUniqueId: string }) => Promise<unknown>,
    ofRealm: (query: { id: string }) => Promise<unknown>,
  ): Promise<Found> | readonly [] => {
    if (userId === undefined) return [];
    return read(attempt, () =>
      clientUuid === undefined
        ? ofRealm({ id: userId })
        : ofClient({ id: userId, clientUniqueId: clientUuid }),
    );
  };
  const query = { id: client.clientUuid, type: "granted" as const, scope: "" };
  const [listed, mapped, effective, available, inScope] = await Promise.all([
    listContainer(api, container),
    ofUser(
      "readMappings",
      (of) => users.listClientRoleMappings(of),
      (of) => users.listRealmRoleMappings(of),
    ),
    ofUser(
      "readEffective",
      (of) => users.listCompositeClientRoleMappings(of),
      (of) => users.listCompositeRealmRoleMappings(of),
    ),
    ofUser(
      "readAvailable",
      (of) => users.listAvailableClientRoleMappings(of),
      (of) => users.listAvailableRealmRoleMappings(of),
    ),
    client.fullScopeAllowed
      ? []
      : read("readScope", () =>
          clients.evaluatePermission({ ...query, roleContainer: clientUuid ?? api.realm }),
        ),
  ]);
  return { container: container.container, listed, mapped, effective, available, inScope };
}

/**
 * Reads the roles of containers, and what a client holds of them. Composite roles among those that presets name are
 * read too, because a role of any name can include admin roles.
 *
 * @param members the roles that presets name
 * @throws AdminApiError when a request fails for another reason than lacking rights
 */
export async function readOtherRoles(
  api: AdminApi,
  containers: readonly RoleContainer[],
  members: ReadonlySet<RoleKey>,
  snapshot: Snapshot,
): Promise<OtherRoles> {
  const ofRealm = containers.some(({ clientUuid }) => clientUuid === undefined);
  const [realm, ...found] = await Promise.all([
    ofRealm && !snapshot.client.fullScopeAllowed ? readRealmFacts(api) : undefined,
    ...containers.map((container) => readContainer(api, container, snapshot)),
  ]);
  const all = (pick: (it: (typeof found)[number]) => Found) =>
    found.flatMap((it) => pick(it) ?? []);
  const keys = (roles: readonly Role[]) => new Set(roles.map(roleKey));
  // Before there is an account, who may assign some admin role may assign all that are none.
  const mayAssign = snapshot.grantable.size > 0;
  const listed = all((it) => it.listed);
  const roles = [
    listed,
    all((it) => it.mapped),
    all((it) => it.effective),
    all((it) => it.available),
  ]
    .flat()
    .map(({ isComposite: _, ...role }): Role => role);
  const contents = contentsOf(listed);
  const toRead = listed.filter(
    (role) => members.has(roleKey(role)) && contents.get(roleKey(role))?.kind === "notRead",
  );
  const read = await Promise.all(
    toRead.map(
      async (role) => [roleKey(role), await readRoleContent(api, role, snapshot)] as const,
    ),
  );
  const where = (isIn: (it: (typeof found)[number]) => boolean) =>
    new Set(found.filter(isIn).map(({ container }) => container));
  return {
    roles,
    mapped: keys(all((it) => it.mapped)),
    effective: keys(all((it) => it.effective)),
    grantable: keys(
      snapshot.account.kind === "none" && mayAssign ? listed : all((it) => it.available),
    ),
    inScope: keys(all((it) => it.inScope)),
    unseenScope: where(
      ({ container, inScope }) =>
        inScope === undefined || (container === "otherRealm" && realm?.isWhole === false),
    ),
    unseen: where((it) => it.listed === undefined),
    contents: new Map<RoleKey, RoleContent>([...contents, ...read]),
  };
}
