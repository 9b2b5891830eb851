import type { AdminApi } from "../../../test/e2e/realm/admin-api.ts";
import type { EndTruth } from "../truth.ts";

/** A workflow that was made to unassign roles of an account. */
export interface MadeEnd {
  readonly workflowId: string;
  readonly userId: string;
  /** When it is to do so, in milliseconds since 1970. */
  readonly at: number;
  /** Names of admin roles. */
  readonly roles: readonly string[];
}

interface Scheduled {
  readonly id: string;
  readonly steps?: readonly { readonly "scheduled-at"?: number }[];
}

/** Reads what the server has on its schedule for an account, and which of the roles are assigned to it. */
export async function findEnds(
  api: AdminApi,
  realmPath: string,
  account: { readonly userId: string; readonly managementUuid: string },
  made: readonly MadeEnd[],
): Promise<readonly EndTruth[]> {
  const { userId, managementUuid } = account;
  const ofAccount = made.filter((end) => end.userId === userId);
  const scheduled = await api.get<Scheduled[]>(`${realmPath}/workflows/scheduled/${userId}`);
  const mapped = await api.get<{ name: string }[]>(
    `${realmPath}/users/${userId}/role-mappings/clients/${managementUuid}`,
  );
  const names = new Set(mapped.map(({ name }) => name));
  return ofAccount.map(({ workflowId, at, roles }) => {
    const found = scheduled.find(({ id }) => id === workflowId);
    return {
      at: found?.steps?.[0]?.["scheduled-at"] ?? at,
      isScheduled: found !== undefined,
      roles,
      isAnyAssigned: roles.some((role) => names.has(role)),
    };
  });
}
