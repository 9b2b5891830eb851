import type { Attempt } from "../attempt.ts";
import { giveRealmAdmin, proveRealmAdmin } from "../prove-realm-admin.ts";
import { signInAsClient, signInWithPassword } from "../request-token.ts";
import type { Scene } from "../scene.ts";

const roles = ["manage-users"];
const password = "chosen-by-the-attacker";

/** Roles and groups count from the next token on. */
async function proveWithNewToken(scene: Scene): Promise<void> {
  const { name, secret } = scene.attacker;
  await proveRealmAdmin(scene, await signInAsClient(scene, name, secret));
}

const resetPassword = (userId: string, { attacker }: Scene) =>
  attacker.caller.send("PUT", `/users/${userId}/reset-password`, {
    ...{ type: "password", temporary: false, value: password },
  });

/** What changing users leads to. */
export const manageUsers: readonly Attempt[] = [
  {
    id: "reset-administrators-password",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      const { chief } = scene;
      await resetPassword(chief.id, scene);
      await proveRealmAdmin(scene, await signInWithPassword(scene, chief.name, password));
    },
  },
  {
    id: "join-group-of-administrators",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      const { attacker, board } = scene;
      await attacker.caller.send("PUT", `/users/${attacker.userId}/groups/${board.id}`);
      await proveWithNewToken(scene);
    },
  },
  {
    id: "create-user-in-group-of-administrators",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      await scene.attacker.caller.send("POST", "/users", {
        ...{ username: "mallory", enabled: true, email: "mallory@example.org" },
        ...{ firstName: "Mallory", lastName: "Example" },
        groups: [`/${scene.board.name}`],
        credentials: [{ type: "password", value: password }],
      });
      await proveRealmAdmin(scene, await signInWithPassword(scene, "mallory", password));
    },
  },
  {
    id: "map-role-that-holds-realm-admin",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      const { attacker, boss } = scene;
      await attacker.caller.send("POST", `/users/${attacker.userId}/role-mappings/realm`, [boss]);
      await proveWithNewToken(scene);
    },
  },
  {
    id: "map-realm-admin-itself",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      await giveRealmAdmin(scene, scene.attacker.caller.token);
    },
  },
  {
    id: "sign-in-as-service-account-by-password",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      const { robot } = scene;
      await resetPassword(robot.userId, scene);
      const name = `service-account-${robot.name}`;
      await proveRealmAdmin(scene, await signInWithPassword(scene, name, password));
    },
  },
];
