import type { OwnWorkflow } from "./own-workflow.ts";

/** A workflow to make. */
export interface NewWorkflow {
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly roles: readonly string[];
  /** Whether Keycloak is to put it on its schedule; one whose moment is over only keeps what was to end. */
  readonly isScheduled: boolean;
}

/** What is to be done with an account's workflows so that its roles end when they are to. */
export interface WorkflowChanges {
  readonly make: readonly NewWorkflow[];
  readonly remove: readonly OwnWorkflow[];
}

/**
 * The workflows to make and to remove. Keycloak can't move a moment that is scheduled, so a workflow with a role that is
 * to end at another time is replaced, with its other roles as they are. What is as wanted already stays.
 *
 * @param workflows those of the account
 * @param scheduled the ids of those that Keycloak has on its schedule
 * @param wanted the moment at which each role is to end, in milliseconds since 1970, by its name in workflows;
 *   undefined for one that isn't to end
 * @see [DefaultWorkflowProvider.updateWorkflow](https://github.com/keycloak/keycloak/blob/main/model/jpa/src/main/java/org/keycloak/models/workflow/DefaultWorkflowProvider.java)
 */
export function workflowChanges(
  workflows: readonly OwnWorkflow[],
  scheduled: ReadonlySet<string>,
  wanted: ReadonlyMap<string, number | undefined>,
): WorkflowChanges {
  const isScheduled = ({ id, isEnabled }: OwnWorkflow) => isEnabled && scheduled.has(id);
  const isAsWanted = (workflow: OwnWorkflow) =>
    workflow.roles.every(
      (role) => !wanted.has(role) || (isScheduled(workflow) && wanted.get(role) === workflow.at),
    );
  const remove = workflows.filter((workflow) => !isAsWanted(workflow));
  const make = new Map<string, { at: number; roles: Set<string>; isScheduled: boolean }>();
  const add = (role: string, at: number, isOn: boolean) => {
    const key = `${at} ${isOn}`;
    const group = make.get(key) ?? { at, roles: new Set<string>(), isScheduled: isOn };
    group.roles.add(role);
    make.set(key, group);
  };
  for (const workflow of remove) {
    const others = workflow.roles.filter((role) => !wanted.has(role));
    for (const role of others) add(role, workflow.at, isScheduled(workflow));
  }
  const kept = workflows.filter((workflow) => isAsWanted(workflow) && isScheduled(workflow));
  for (const [role, at] of wanted) {
    const isThere = kept.some((workflow) => workflow.at === at && workflow.roles.includes(role));
    if (at !== undefined && !isThere) add(role, at, true);
  }
  return { make: [...make.values()].map((it) => ({ ...it, roles: [...it.roles] })), remove };
}
