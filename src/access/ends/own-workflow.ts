/**
 * A workflow by which Keycloak unassigns roles of one service account at a moment: what an end is made of. Its name
 * says whose it is, and when, since Keycloak keeps the moment only until then.
 */
export interface OwnWorkflow {
  readonly id: string;
  /** What the client was called when it was made. */
  readonly clientId: string;
  readonly userId: string;
  /** When the roles are to be unassigned, in milliseconds since 1970. */
  readonly at: number;
  /** The roles as {@link roleInWorkflow} writes them. */
  readonly roles: readonly string[];
  readonly isEnabled: boolean;
}

/** Any workflow of the realm. */
export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly isEnabled: boolean;
  /** Whether it begins by itself: on an event, or on a schedule. */
  readonly beginsByItself: boolean;
  readonly steps: readonly { readonly uses: string; readonly roles: readonly string[] }[];
}

/** Our workflows of a realm or an account, and which of them Keycloak has on its schedule. */
export interface ReadWorkflows {
  readonly workflows: readonly OwnWorkflow[];
  /** Ids of all workflows that are scheduled for the accounts. */
  readonly scheduled: ReadonlySet<string>;
}

/** How the names of all our workflows begin. */
export const workflowPrefix = "service-account-presets: ";

const pattern =
  /^service-account-presets: (.*) ends (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) \[([^\]]+)\] [0-9a-z]+$/s;

/**
 * The name of a workflow that ends roles. Names must be unique in a realm.
 *
 * @param at in milliseconds since 1970
 * @param suffix lower-case letters and digits that no other workflow of this account and moment has
 */
export function nameOfWorkflow(
  { clientId, userId, at }: Pick<OwnWorkflow, "clientId" | "userId" | "at">,
  suffix: string,
): string {
  return `${workflowPrefix}${clientId} ends ${new Date(at).toISOString()} [${userId}] ${suffix}`;
}

/** Whether a workflow can name this account, so that it is recognized again. */
export const canNameAccount = (userId: string): boolean => userId !== "" && !userId.includes("]");

/**
 * A workflow as ours.
 *
 * @returns undefined for one of others, which is never touched: one with another name, that does anything but unassign
 *   roles, or that begins by itself
 */
export function asOwnWorkflow(workflow: Workflow): OwnWorkflow | undefined {
  const [, clientId, moment, userId] = pattern.exec(workflow.name) ?? [];
  if (clientId === undefined || moment === undefined || userId === undefined) return undefined;
  const at = Date.parse(moment);
  const { id, steps, isEnabled, beginsByItself } = workflow;
  const unassigns = steps.length > 0 && steps.every(({ uses }) => uses === "revoke-role");
  if (Number.isNaN(at) || beginsByItself || !unassigns) return undefined;
  return { id, clientId, userId, at, roles: steps.flatMap(({ roles }) => roles), isEnabled };
}
