import { canNameAccount, nameOfWorkflow } from "../../access/ends/own-workflow.ts";
import { type NewWorkflow, workflowChanges } from "../../access/ends/workflow-changes.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError } from "../api/admin-api-error.ts";
import { randomUuid } from "../api/random-uuid.ts";
import { readAccountWorkflows, readOwnWorkflows, readScheduled } from "./read-ends.ts";
import { WorkflowCalls } from "./workflow-calls.ts";

/** The account whose roles end. */
export interface EndingAccount {
  readonly clientId: string;
  readonly userId: string;
}

/** Ends that were set, and the workflows that they replace. */
export interface SetEnds {
  /** Removes what was replaced: until then the earlier of two ends counts. What was made twice goes too. */
  readonly removeReplaced: () => Promise<void>;
}

/**
 * How long is waited before Keycloak is asked once more whether it has a workflow on its schedule, in milliseconds: it
 * answers before that is done, and takes seconds for it where it is busy.
 */
const pauses = [100, 100, 200, 200, 400, 400, 800, 800, 1_600, 1_600, 3_200];

/**
 * Makes workflows so that roles end when they are to, and sees that Keycloak has them on its schedule. Nothing is taken
 * away yet, so that a change may fail in between without leaving a role without its end.
 *
 * @param wanted the moment at which each role is to end, in milliseconds since 1970, by its name in workflows;
 *   undefined for one that isn't to end
 * @throws AdminApiError when a request fails, or Keycloak doesn't schedule a workflow; what was made is removed again
 */
export async function setEnds(
  api: AdminApi,
  account: EndingAccount,
  wanted: ReadonlyMap<string, number | undefined>,
): Promise<SetEnds> {
  const calls = new WorkflowCalls(api.connection);
  const read = await readAccountWorkflows(api, account.userId);
  if (read.kind !== "read" || !canNameAccount(account.userId)) {
    throw new AdminApiError({
      attempt: "changeEnds",
      failure: read.kind === "notVisible" ? "forbidden" : "notFound",
    });
  }
  const { make, remove } = workflowChanges(read.workflows, read.scheduled, wanted);
  const known = new Set(read.workflows.map(({ id }) => id));
  const made: string[] = [];
  try {
    for (const workflow of make) await makeWorkflow(workflow);
    await assertScheduled();
  } catch (thrown) {
    // What was thrown says more than a second failure.
    await removeWorkflows(api, made).catch(() => undefined);
    await findStrays()
      .then((ids) => removeWorkflows(api, ids))
      .catch(() => undefined);
    throw thrown;
  }
  const replaced = remove.map(({ id }) => id);
  return {
    removeReplaced: async () => {
      await removeWorkflows(api, replaced);
      if (make.length > 0) await removeWorkflows(api, await findStrays());
    },
  };

  /**
   * What a request made that was sent twice on its way, or whose answer was lost. Nobody else's workflow has the very
   * moment.
   */
  async function findStrays(): Promise<readonly string[]> {
    const found = await readOwnWorkflows(api, account.userId);
    return found
      .filter(
        ({ id, at }) => !known.has(id) && !made.includes(id) && make.some((it) => it.at === at),
      )
      .map(({ id }) => id);
  }

  async function makeWorkflow({ at, roles, isScheduled }: NewWorkflow): Promise<void> {
    const name = nameOfWorkflow({ ...account, at }, randomUuid().slice(0, 8));
    const steps = roles.map((role) => ({ uses: "revoke-role", with: { role: [role] } }) as const);
    const { id } = await api.call("changeEnds", () =>
      calls.makeWorkflow({ name, enabled: true, steps }),
    );
    made.push(id);
    if (!isScheduled) return;
    const notBefore = Math.max(1, Math.ceil((at - Date.now()) / 1_000));
    await api.call("changeEnds", () => calls.activate({ id, userId: account.userId, notBefore }));
  }

  async function assertScheduled(): Promise<void> {
    const ids = made.filter((_, place) => make[place]?.isScheduled === true);
    if (ids.length === 0) return;
    for (const pause of [0, ...pauses]) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      const scheduled = await readScheduled(api, account.userId);
      if (ids.every((id) => scheduled.includes(id))) return;
    }
    throw new AdminApiError({ attempt: "changeEnds", failure: "hidden" });
  }
}

/**
 * Removes workflows by their ids, one after another.
 *
 * @throws AdminApiError when a request fails
 */
export async function removeWorkflows(
  { connection, call }: AdminApi,
  ids: readonly string[],
): Promise<void> {
  const calls = new WorkflowCalls(connection);
  for (const id of ids) await call("changeEnds", () => calls.removeWorkflow({ id }));
}
