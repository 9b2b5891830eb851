import type { AdminApi } from "../../e2e/realm/admin-api.ts";
import { scheduleWorkflow } from "../../e2e/realm/schedule-workflow.ts";

/** A client whose roles end. */
interface EndingClient {
  readonly api: AdminApi;
  readonly realmPath: string;
  readonly clientId: string;
  readonly clientPath: string;
  /** In milliseconds since 1970. */
  readonly begunAt: number;
}

/** In milliseconds. */
export const day = 86_400_000;

/** The moment that is so many days after the case's beginning. */
export const momentIn = ({ begunAt }: Pick<EndingClient, "begunAt">, days: number) =>
  begunAt + days * day;

/** Makes the workflows that a case begins with. */
export async function makeEnds(
  client: EndingClient,
  ends: Readonly<Record<number, readonly string[]>>,
): Promise<void> {
  const { api, realmPath, clientId, clientPath } = client;
  const { id: userId } = await api.get<{ id: string }>(`${clientPath}/service-account-user`);
  const make = async (name: string, roles: readonly string[], at: number) => {
    const steps = roles.map((role) => ({
      ...{ uses: "revoke-role", with: { role: [`realm-management/${role}`] } },
    }));
    const id = await api.post(`${realmPath}/workflows`, { name, enabled: true, steps });
    const after = Math.ceil((at - Date.now()) / 1_000);
    await scheduleWorkflow(api, { realmPath, id, userId, after });
  };
  await make(`Clean-up of ${clientId}`, ["view-users"], momentIn(client, 60));
  for (const [days, roles] of Object.entries(ends)) {
    const at = momentIn(client, Number(days));
    const iso = new Date(at).toISOString();
    await make(`service-account-presets: ${clientId} ends ${iso} [${userId}] 0123abcd`, roles, at);
  }
}
