import type { Attempt } from "../attempt.ts";
import { proveRealmAdmin } from "../prove-realm-admin.ts";
import { signInAsClient } from "../request-token.ts";
import type { Scene } from "../scene.ts";

const roles = ["view-clients"];

/** Becomes the robot with the secret that a call below its address answers. */
async function becomeRobot(scene: Scene, method: "GET" | "POST"): Promise<void> {
  const { attacker, robot } = scene;
  const { text } = await attacker.caller.send(method, `/clients/${robot.id}/client-secret`);
  const { value }: { value: string } = JSON.parse(text);
  await proveRealmAdmin(scene, await signInAsClient(scene, robot.name, value));
}

/** Reads the secret of a client that is realm-admin and becomes it. */
export const becomeRobotByItsSecret = (scene: Scene) => becomeRobot(scene, "GET");

/** Gives a client that is realm-admin a new secret and becomes it. */
export const becomeRobotByNewSecret = (scene: Scene) => becomeRobot(scene, "POST");

/** What seeing clients leads to. */
export const viewClients: readonly Attempt[] = [
  {
    id: "read-secret-of-administrators-client",
    roles,
    harm: "realmAdmin",
    attack: becomeRobotByItsSecret,
  },
  { id: "renew-secret-with-view-clients", roles, harm: "critical", attack: becomeRobotByNewSecret },
];
