import { assertReads } from "../assert-reads.ts";
import type { Attempt } from "../attempt.ts";
import { newForge } from "../forge-token.ts";
import { Refusal } from "../refusal.ts";
import { openApplication } from "./manage-authorization.ts";

const secret = crypto.randomUUID();

/** What seeing users, settings, identity providers, organizations and policies leads to. */
export const viewRoles: readonly Attempt[] = [
  {
    id: "read-password-hashes",
    roles: ["view-users"],
    attack: async ({ attacker: { caller }, chief }) => {
      await assertReads(
        caller,
        [
          `/users/${chief.id}`,
          `/users/${chief.id}/credentials`,
          "/users?briefRepresentation=false",
        ],
        "secretData",
      );
    },
  },
  {
    id: "reset-password-with-view-users",
    roles: ["view-users"],
    attack: async ({ attacker: { caller }, chief }) => {
      const password = { type: "password", value: "chosen-by-the-attacker" };
      await caller.send("PUT", `/users/${chief.id}/reset-password`, password);
    },
  },
  {
    id: "read-realms-mail-password",
    roles: ["view-realm"],
    realm: { smtpServer: { host: "mail.example.org", from: "a@example.org", password: secret } },
    attack: ({ attacker: { caller } }) => assertReads(caller, [""], secret),
  },
  {
    id: "read-directorys-password",
    roles: ["view-realm"],
    attack: async ({ attacker: { caller }, lab, realmId }) => {
      const component = await lab.create("/components", {
        ...{ name: "directory", providerId: "ldap", parentId: realmId },
        providerType: "org.keycloak.storage.UserStorageProvider",
        config: {
          ...{ enabled: ["false"], vendor: ["other"], editMode: ["READ_ONLY"] },
          ...{ connectionUrl: ["ldap://ldap.example.org"], bindDn: ["cn=admin"] },
          ...{ bindCredential: [secret], authType: ["simple"], usersDn: ["dc=example"] },
          ...{ rdnLDAPAttribute: ["uid"], uuidLDAPAttribute: ["entryUUID"] },
          ...{ usernameLDAPAttribute: ["uid"], userObjectClasses: ["person"] },
        },
      });
      await assertReads(caller, ["/components", `/components/${component}`], secret);
    },
  },
  {
    id: "read-signing-key",
    roles: ["view-realm"],
    attack: async ({ attacker: { caller }, lab, realmId }) => {
      // The keys that a realm has from the start aren't part of their settings.
      await lab.send("POST", "/components", {
        ...{ name: "own", providerId: "rsa", parentId: realmId },
        providerType: "org.keycloak.keys.KeyProvider",
        config: { privateKey: [newForge().privateKeyPem], priority: ["1"] },
      });
      const keys = await caller.read<{ config?: Record<string, string[]> }[]>(
        "/components?type=org.keycloak.keys.KeyProvider",
      );
      const secrets = keys.flatMap(({ config }) => [config?.["privateKey"], config?.["secret"]]);
      const told = secrets.flatMap((values) => values ?? []);
      if (told.length === 0) throw new Error("No key is told at all.");
      if (told.every((value) => /^\**$/.test(value))) {
        throw new Refusal("All keys are masked.");
      }
    },
  },
  {
    id: "read-identity-providers-secret",
    roles: ["view-identity-providers"],
    attack: async ({ attacker: { caller }, lab }) => {
      const instances = "/identity-provider/instances";
      await lab.send("POST", instances, {
        ...{ alias: "partner", providerId: "oidc", enabled: true },
        config: {
          ...{ clientId: "broker", clientSecret: secret },
          authorizationUrl: "https://partner.example.org/authorize",
          tokenUrl: "https://partner.example.org/token",
        },
      });
      await assertReads(caller, [instances, `${instances}/partner`], secret);
    },
  },
  {
    id: "read-members-of-organization",
    roles: ["view-organizations"],
    realm: { organizationsEnabled: true },
    attack: async ({ attacker: { caller }, lab, accomplice }) => {
      const organization = await lab.create("/organizations", {
        ...{ name: "acme", alias: "acme", domains: [{ name: "example.org" }] },
      });
      const path = `/organizations/${organization}`;
      await lab.send("POST", `${path}/members`, accomplice.id);
      const paths = [path, `${path}/members`, `${path}/members/${accomplice.id}`];
      await assertReads(caller, paths, accomplice.name);
    },
  },
  {
    id: "open-application-with-view-authorization",
    roles: ["view-authorization"],
    attack: openApplication,
  },
];
