import {
  asOwnWorkflow,
  type OwnWorkflow,
  type ReadWorkflows,
  workflowPrefix,
} from "../../access/ends/own-workflow.ts";
import { roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import { isRealmAdmin } from "../../access/rights/own-rights.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError, isForbidden } from "../api/admin-api-error.ts";
import { readPages } from "../api/read-pages.ts";
import { readOwnRoles } from "../client/read-own-roles.ts";
import { parseWorkflows } from "./parse-workflows.ts";
import { WorkflowCalls } from "./workflow-calls.ts";

/** Workflows that were read, or why they weren't. */
export type Workflows =
  | ({ readonly kind: "read" } & ReadWorkflows)
  /** Only a realm admin may see workflows. */
  | { readonly kind: "notVisible" }
  /** The server has no workflows: it is older than 26.6, or the feature is off. */
  | { readonly kind: "unavailable" };

/**
 * Reads our workflows whose names contain a text, such as the id of an account.
 *
 * @throws AdminApiError when the request fails
 */
export async function readOwnWorkflows({ connection, call }: AdminApi, search: string) {
  const calls = new WorkflowCalls(connection);
  const found: OwnWorkflow[] = [];
  await readPages(
    async (page) =>
      call("readEnds", async () => parseWorkflows(await calls.search({ search, ...page }))),
    (items) => {
      for (const workflow of items) {
        const own = asOwnWorkflow(workflow);
        if (own !== undefined) found.push(own);
      }
    },
  );
  return found;
}

/**
 * Reads the ids of the workflows that are scheduled for a user.
 *
 * @throws AdminApiError when the request fails
 */
export async function readScheduled(
  { connection, call }: AdminApi,
  userId: string,
): Promise<readonly string[]> {
  const workflows = await call("readEnds", async () =>
    parseWorkflows(await new WorkflowCalls(connection).findScheduled({ userId })),
  );
  return workflows.map(({ id }) => id);
}

async function unlessHidden(read: () => Promise<Workflows>): Promise<Workflows> {
  try {
    return await read();
  } catch (thrown) {
    if (isForbidden(thrown)) return { kind: "notVisible" };
    // Without the feature there is no such resource. An unknown realm or user is told by what was read before.
    if (thrown instanceof AdminApiError && thrown.failure === "notFound") {
      return { kind: "unavailable" };
    }
    throw thrown;
  }
}

/**
 * Reads what ends an account's roles: two requests at once.
 *
 * @throws AdminApiError when a request fails for another reason than lacking rights or workflows
 */
export function readAccountWorkflows(api: AdminApi, userId: string): Promise<Workflows> {
  return unlessHidden(async () => {
    const [found, scheduled] = await Promise.all([
      readOwnWorkflows(api, userId),
      readScheduled(api, userId),
    ]);
    const workflows = found.filter((workflow) => workflow.userId === userId);
    return { kind: "read", workflows, scheduled: new Set(scheduled) };
  });
}

/**
 * Whether the administrator may see workflows, as far as a snapshot tells: only a realm admin may, who alone may assign
 * realm-admin.
 */
export function seesWorkflows({
  grantable,
  isForRealmAdmin,
}: Pick<Snapshot, "grantable" | "isForRealmAdmin">): boolean | undefined {
  const mayAssignAll = grantable.has(roleKey({ container: "admin", name: "realm-admin" }));
  return mayAssignAll ? true : isForRealmAdmin;
}

/**
 * As {@link readAccountWorkflows}, for someone who may lack the right: without it, workflows aren't asked for. Where it
 * isn't known, a request before them tells.
 *
 * @param isVisible what {@link seesWorkflows} says
 * @param loginRealm the realm that the administrator signed in to
 */
export async function readVisibleWorkflows(
  api: AdminApi,
  userId: string,
  isVisible: boolean | undefined,
  loginRealm: string,
): Promise<Workflows> {
  const mayRead = isVisible ?? (await readIsRealmAdmin(api, loginRealm));
  return mayRead ? readAccountWorkflows(api, userId) : { kind: "notVisible" };
}

const readIsRealmAdmin = async (api: AdminApi, loginRealm: string) =>
  isRealmAdmin({ names: await readOwnRoles(api, loginRealm) });

/**
 * What reads as {@link readVisibleWorkflows}, for one account of a realm after another: our workflows are listed once for
 * all of them, and only an account that has one of these takes a request of its own.
 */
export function createReadWorkflows(api: AdminApi, loginRealm: string) {
  const areVisible = onlyOnce(() => readIsRealmAdmin(api, loginRealm));
  const listOwn = onlyOnce(() => readOwnWorkflows(api, workflowPrefix));
  return (userId: string, isVisible: boolean | undefined): Promise<Workflows> =>
    unlessHidden(async () => {
      if (!(isVisible ?? (await areVisible()))) return { kind: "notVisible" };
      const workflows = (await listOwn()).filter((workflow) => workflow.userId === userId);
      const scheduled = workflows.length === 0 ? [] : await readScheduled(api, userId);
      return { kind: "read", workflows, scheduled: new Set(scheduled) };
    });
}

function onlyOnce<Answer>(read: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return () => {
    answer ??= read();
    return answer;
  };
}

/**
 * Reads what ends the roles of all accounts of a realm: a request for each 100 workflows, and one for each account that
 * has one of ours.
 *
 * @throws AdminApiError as {@link readAccountWorkflows}
 */
export function readRealmWorkflows(api: AdminApi): Promise<Workflows> {
  return unlessHidden(async () => {
    const workflows = await readOwnWorkflows(api, workflowPrefix);
    const scheduled = new Set<string>();
    for (const userId of new Set(workflows.map((workflow) => workflow.userId))) {
      for (const id of await readScheduled(api, userId)) scheduled.add(id);
    }
    return { kind: "read", workflows, scheduled };
  });
}
