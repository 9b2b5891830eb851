import type { AdminApi } from "./admin-api.ts";

/** A workflow, and for whom it is to run when. */
export interface ScheduledWorkflow {
  readonly realmPath: string;
  readonly id: string;
  readonly userId: string;
  /** Seconds from now. */
  readonly after: number;
}

/** Milliseconds after which a server that hasn't scheduled a workflow won't do it any more. */
const patience = 30_000;

/**
 * Puts a workflow on the schedule for a user, and waits until it is there: Keycloak answers earlier, and a busy one
 * takes seconds for it. One whose time has come meanwhile may be off the schedule again.
 *
 * @throws Error where Keycloak doesn't schedule it
 */
export async function scheduleWorkflow(api: AdminApi, workflow: ScheduledWorkflow): Promise<void> {
  const { realmPath, id, userId, after } = workflow;
  const begun = Date.now();
  await api.post(`${realmPath}/workflows/${id}/activate/USERS/${userId}?notBefore=${after}`, {});
  while (Date.now() < begun + after * 1_000) {
    const scheduled = await api.get<{ id: string }[]>(`${realmPath}/workflows/scheduled/${userId}`);
    if (scheduled.some((it) => it.id === id)) return;
    if (Date.now() > begun + patience) throw new Error(`Workflow ${id} isn't scheduled.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
