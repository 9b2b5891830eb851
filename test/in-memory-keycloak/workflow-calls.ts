import { type AdminCall, type AdminCalls, Created } from "./admin-call.ts";
import { requirePower } from "./find-parts.ts";
import { pageOf, sortedBy } from "./page-of.ts";
import type { RealmState, RoleState, WorkflowState } from "./realm-state.ts";
import { Refusal } from "./refusal.ts";

/** Only a realm admin may look at workflows. */
function requireRealmAdmin({ power }: AdminCall): void {
  requirePower(power.isServerAdmin || power.hasOneOf("realm-admin"));
}

/** A value alone stands as it is, and several as a list. */
const settingOf = (roles: readonly string[]) => (roles.length === 1 ? roles[0] : roles);

const represent = ({ id, name, steps }: WorkflowState) => ({
  id,
  name,
  enabled: true,
  steps: steps.map(({ uses, roles }) => ({ uses, with: { role: settingOf(roles) } })),
});

function listWorkflows(call: AdminCall): unknown {
  requireRealmAdmin(call);
  const search = call.query.get("search") ?? "";
  const found = [...call.realm.workflows.values()].filter(({ name }) => name.includes(search));
  return pageOf(
    sortedBy(found, ({ name }) => name),
    call.query,
  ).map(represent);
}

function listScheduled(call: AdminCall): unknown {
  requireRealmAdmin(call);
  const [userId] = call.parameters;
  return [...call.realm.workflows.values()]
    .filter(({ scheduled }) => scheduled.has(userId))
    .map(represent);
}

interface SentWorkflow {
  readonly name: string;
  readonly steps: readonly { readonly uses: string; readonly with: { readonly role: string[] } }[];
}

function makeWorkflow(call: AdminCall): unknown {
  requireRealmAdmin(call);
  const { name, steps }: SentWorkflow = JSON.parse(call.body);
  if ([...call.realm.workflows.values()].some((workflow) => workflow.name === name)) {
    const error = `Workflow name must be unique. A workflow with name '${name}' already exists.`;
    throw new Refusal(400, error, undefined, "errorMessage");
  }
  const id = call.newId();
  const made = steps.map(({ uses, with: { role } }) => ({ uses, roles: role }));
  call.realm.workflows.set(id, { id, name, steps: made, scheduled: new Map() });
  return new Created(id);
}

function workflowOf(call: AdminCall): WorkflowState {
  requireRealmAdmin(call);
  const workflow = call.realm.workflows.get(call.parameters[0]);
  if (workflow === undefined) {
    throw new Refusal(400, `Not a valid workflow resource: ${call.parameters[0]}`);
  }
  return workflow;
}

/** On a real server, the schedule is written right after the answer. */
function activate(call: AdminCall): unknown {
  const workflow = workflowOf(call);
  const userId = call.parameters[1];
  if (!call.realm.users.has(userId)) {
    throw new Refusal(400, `Resource with id ${userId} not found`);
  }
  workflow.scheduled.set(userId, Date.now() + Number(call.query.get("notBefore")) * 1_000);
  return undefined;
}

function removeWorkflow(call: AdminCall): unknown {
  call.realm.workflows.delete(workflowOf(call).id);
  return undefined;
}

/**
 * The calls of workflows, as far as they unassign roles of a user.
 *
 * @see [WorkflowsResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/workflow/admin/resource/WorkflowsResource.java)
 */
export const workflowCalls: AdminCalls = [
  ["GET workflows", listWorkflows],
  ["GET workflows/scheduled/*", listScheduled],
  ["POST workflows", makeWorkflow],
  ["POST workflows/*/activate/USERS/*", activate],
  ["DELETE workflows/*", removeWorkflow],
];

function roleNamedIn(realm: RealmState, named: string): RoleState | undefined {
  const [first, second] = named.split("/");
  const client = [...realm.clients.values()].find(({ settings }) => settings.clientId === first);
  const roles = second === undefined ? realm.roles : (client?.roles ?? []);
  return [...roles].find(({ name }) => name === (second ?? first));
}

/**
 * What the server's runner does at its interval: steps that are due are run, each on its own, and a role that isn't there
 * is only logged.
 *
 * @param now in milliseconds since 1970
 * @see [DefaultWorkflowProvider.runScheduledSteps](https://github.com/keycloak/keycloak/blob/main/model/jpa/src/main/java/org/keycloak/models/workflow/DefaultWorkflowProvider.java)
 */
export function runDueWorkflows(realm: RealmState, now: number): void {
  for (const { steps, scheduled } of realm.workflows.values()) {
    for (const [userId, at] of scheduled) {
      if (at >= now) continue;
      scheduled.delete(userId);
      for (const named of steps.flatMap(({ roles }) => roles)) {
        const role = roleNamedIn(realm, named);
        if (role !== undefined) realm.users.get(userId)?.roles.delete(role);
      }
    }
  }
}
