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
    harm: "critical",
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
    harm: "critical",
    attack: async ({ attacker: { caller }, chief }) => {
      const password = { type: "password", value: "chosen-by-the-attacker" };
      await caller.send("PUT", `/users/${chief.id}/reset-password`, password);
    },
  },
  {
    id: "read-realms-mail-password",
    roles: ["view-realm"],
    harm: "critical",
    realm: { smtpServer: { host: "mail.example.org", from: "a@example.org", password: secret } },
    attack: ({ attacker: { caller } }) => assertReads(caller, [""], secret),
  },
  {
    id: "read-directorys-password",
    roles: ["view-realm"],
    harm: "critical",
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
    id: "read-authenticators-secret",
    roles: ["view-realm"],
    harm: "medium",
    attack: async ({ attacker: { caller }, lab }) => {
      await lab.send("POST", "/authentication/flows/registration/copy", { newName: "own" });
      const execution = await lab.create(
        "/authentication/flows/own%20registration%20form/executions/execution",
        {
          provider: "registration-recaptcha-action",
        },
      );
      const config = await lab.create(`/authentication/executions/${execution}/config`, {
        ...{ alias: "recaptcha", config: { "site.key": "known to all", "secret.key": secret } },
      });
      await assertReads(caller, [`/authentication/config/${config}`], secret);
    },
  },
  {
    id: "read-signing-key",
    roles: ["view-realm"],
    harm: "critical",
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
    harm: "critical",
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
      const partner = `${instances}/partner`;
      await assertReads(caller, [instances, partner, `${partner}/export`], secret);
    },
  },
  {
    id: "read-members-of-organization",
    roles: ["view-organizations"],
    harm: "medium",
    realm: { organizationsEnabled: true },
    attack: async ({ attacker: { caller }, lab, accomplice }) => {
      const organization = await lab.create("/organizations", {
        ...{ name: "acme", alias: "acme", domains: [{ name: "example.org" }] },
      });
      const path = `/organizations/${organization}`;
      await lab.send("POST", `${path}/members`, accomplice.id);
      const members = `${path}/members`;
      const found = `${members}?search=${accomplice.name}&exact=true`;
      const paths = [path, members, `${members}/${accomplice.id}`, found, `${path}/invitations`];
      await assertReads(caller, paths, accomplice.name);
    },
  },
  {
    id: "open-application-with-view-authorization",
    roles: ["view-authorization"],
    harm: "high",
    attack: openApplication,
  },
];
