import { sendRequest, succeeded } from "../../measure/calls/send-request.ts";
import { assertReads } from "../assert-reads.ts";
import type { Attempt } from "../attempt.ts";
import { proveRealmAdmin } from "../prove-realm-admin.ts";
import { Refusal } from "../refusal.ts";
import { signInAsClient } from "../request-token.ts";
import type { Scene } from "../scene.ts";

const roles = ["view-events"];
const events = ["/admin-events?max=1000"];

/** Reads a client's renewed registration access token in the admin events, and with it the client's secret. */
export async function becomeRobotByItsToken(scene: Scene): Promise<void> {
  const { baseUrl, realm, attacker, lab, robot } = scene;
  await lab.send("POST", `/clients/${robot.id}/registration-access-token`);
  const { text } = await attacker.caller.send("GET", events[0] ?? "");
  const token = /registrationAccessToken[\\":]+([\w-]+\.[\w-]+\.[\w-]+)/.exec(text)?.[1];
  if (token === undefined) throw new Refusal("The events have no such token.");
  const path = `/realms/${realm}/clients-registrations/default/${robot.name}`;
  const answer = await sendRequest(baseUrl, { method: "GET", path, token });
  if (!succeeded(answer)) throw new Error(`The token is answered ${answer.text}`);
  const { secret }: { secret: string } = JSON.parse(answer.text);
  await proveRealmAdmin(scene, await signInAsClient(scene, robot.name, secret));
}

/** What seeing events leads to: admin events tell what was changed, in detail. */
export const viewEvents: readonly Attempt[] = [
  {
    id: "read-client-secret-in-admin-events",
    roles,
    harm: "critical",
    attack: async ({ attacker: { caller }, lab, robot }) => {
      const secret = crypto.randomUUID();
      await lab.send("PUT", `/clients/${robot.id}`, { clientId: robot.name, secret });
      await assertReads(caller, events, secret);
    },
  },
  {
    id: "read-renewed-secret-in-admin-events",
    roles,
    harm: "critical",
    attack: async ({ attacker: { caller }, lab, robot }) => {
      const { text } = await lab.send("POST", `/clients/${robot.id}/client-secret`);
      const { value }: { value: string } = JSON.parse(text);
      await assertReads(caller, events, value);
    },
  },
  {
    id: "read-password-in-admin-events",
    roles,
    harm: "critical",
    attack: async ({ attacker: { caller }, lab, chief }) => {
      const value = crypto.randomUUID();
      const credentials = [{ type: "password", value }];
      await lab.send("PUT", `/users/${chief.id}/reset-password`, credentials[0]);
      await lab.send("POST", "/users", { username: "new", credentials });
      await assertReads(caller, events, value);
    },
  },
  {
    id: "read-registration-token-in-admin-events",
    roles,
    harm: "realmAdmin",
    attack: becomeRobotByItsToken,
  },
  {
    id: "read-initial-access-token-in-admin-events",
    roles,
    harm: "high",
    attack: async ({ attacker: { caller }, lab }) => {
      const { text } = await lab.send("POST", "/clients-initial-access", { count: 1 });
      const { token }: { token: string } = JSON.parse(text);
      await assertReads(caller, events, token);
    },
  },
];
