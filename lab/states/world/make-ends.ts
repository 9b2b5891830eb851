import type { AdminApi } from "../../../test/e2e/realm/admin-api.ts";
import { scheduleWorkflow } from "../../../test/e2e/realm/schedule-workflow.ts";
import type { MadeEnd } from "../oracle/true-ends.ts";
import { rolesOfPower, type State } from "../state/factors.ts";
import { managementClient } from "./client-of-state.ts";

const hour = 3_600_000;

/** A service-account user. */
interface Account {
  readonly userId: string;
  readonly clientId: string;
}

/** The name of an end, as released versions write it: it must be recognized as long as it is on a server. */
const nameOfEnd = ({ clientId, userId }: Account, at: number) =>
  `service-account-presets: ${clientId} ends ${new Date(at).toISOString()} [${userId}] 0123abcd`;

/** Makes the workflows of a state for an account that is there, and says which of them is an end. */
export async function makeEnds(
  api: AdminApi,
  realmPath: string,
  account: Account,
  { ends, power }: State,
): Promise<MadeEnd | undefined> {
  if (ends === "none") return undefined;
  const { userId } = account;
  const roles = rolesOfPower[power];
  const steps = roles.map((role) => ({
    ...{ uses: "revoke-role", with: { role: [`${managementClient}/${role}`] } },
  }));
  const make = (name: string, more: object = {}) =>
    api.post(`${realmPath}/workflows`, { name, enabled: true, steps, ...more });
  const schedule = (id: string) => scheduleWorkflow(api, { realmPath, id, userId, after: 3_600 });
  if (ends === "foreign") {
    await schedule(await make(`Nightly clean-up of ${account.clientId}`));
    // Someone has copied an end, and has it do more.
    const more = { steps: [...steps, { uses: "disable-user" }] };
    await schedule(await make(nameOfEnd(account, Date.now() + hour), more));
    return undefined;
  }
  const at = Date.now() + (ends === "overdue" ? -hour : hour);
  const workflowId = await make(nameOfEnd(account, at));
  // One that is over is no longer on the schedule, whatever came of it.
  if (ends !== "overdue") await schedule(workflowId);
  return { workflowId, userId, at, roles };
}

/** Deletes an account, and makes it again with the same roles, by an import. */
export async function makeAgain(
  api: AdminApi,
  realmPath: string,
  userId: string,
  imported: object,
): Promise<void> {
  const { username } = await api.get<{ username: string }>(`${realmPath}/users/${userId}`);
  await api.delete(`${realmPath}/users/${userId}`);
  const users = [{ ...imported, username }];
  await api.post(`${realmPath}/partialImport`, { ifResourceExists: "FAIL", users });
}
