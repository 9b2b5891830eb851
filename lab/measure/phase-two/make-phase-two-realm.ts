import { randomUUID } from "node:crypto";
import type { Lab } from "../lab.ts";
import { makeIdentityProvider } from "../world/make-providers.ts";
import { makeRealm } from "../world/make-realm.ts";
import { callExtension } from "./call-extension.ts";

/** The extension's settings of the realm: without the second one an organization has one provider at most. */
export const organizationsConfig = { createAdminUserEnabled: true, multipleIdpsEnabled: true };

/**
 * Makes the realm in which Keycloak's own calls are measured too, and there an organization of the
 * extension with one of everything that it can be asked about.
 */
export async function makePhaseTwoRealm(options: Parameters<typeof makeRealm>[0]): Promise<Lab> {
  const lab = await makeRealm(options);
  await callExtension(lab, "PUT", "/orgs/config", organizationsConfig);
  // Links to a setup portal are made for this client alone, which Phase Two's own distribution has.
  await lab.create("/clients", { clientId: "idp-wizard", publicClient: true });
  const organization = await makeOrganization(lab, "acme-two");
  const user = lab.known.get("/users/{}") ?? "";
  const acme = `/orgs/${organization}`;
  await callExtension(lab, "PUT", `${acme}/members/${user}`);
  await callExtension(lab, "POST", `${acme}/roles`, { name: "seller" });
  await callExtension(lab, "PUT", `${acme}/roles/seller/users/${user}`);
  const invitation = await invite(lab, organization);
  const provider = await linkProvider(lab, organization);
  const mapper = await addMapper(lab, organization, provider);
  const orgs = "/realms/{}/orgs/{}";
  for (const [template, value] of [
    [orgs, organization],
    [`${orgs}/domains/{}`, "acme-two.example.org"],
    [`${orgs}/idps/{}`, provider],
    [`${orgs}/idps/{}/mappers/{}`, mapper],
    [`${orgs}/invitations/{}`, invitation],
    [`${orgs}/members/{}`, user],
    [`${orgs}/roles/{}`, "seller"],
    [`${orgs}/roles/{}/users/{}`, user],
    ["/realms/{}/users/{}", user],
    ["/realms/{}/users/{}/orgs/{}", organization],
  ] as const) {
    lab.known.set(template, value);
  }
  return lab;
}

/** Makes an organization with a domain and returns its id. */
export async function makeOrganization(lab: Lab, name: string): Promise<string> {
  const body = { name, domains: [`${name}.example.org`] };
  return (await callExtension(lab, "POST", "/orgs", body)).createdId;
}

/** Invites a new person into an organization and returns the invitation's id. */
export async function invite(lab: Lab, organization: string): Promise<string> {
  const body = { email: `${randomUUID()}@example.org`, send: false };
  return (await callExtension(lab, "POST", `/orgs/${organization}/invitations`, body)).createdId;
}

/** Makes an identity provider that belongs to the organization and returns its alias. */
export async function linkProvider(lab: Lab, organization: string): Promise<string> {
  const alias = lab.name();
  await makeIdentityProvider(lab, alias);
  await callExtension(lab, "POST", `/orgs/${organization}/idps/link`, { alias });
  return alias;
}

/** A mapper that gives a realm role to everyone who signs in there. */
export function mapperOf(alias: string, name: string) {
  return {
    name,
    identityProviderAlias: alias,
    identityProviderMapper: "oidc-hardcoded-role-idp-mapper",
    config: { syncMode: "INHERIT", role: "team" },
  };
}

/** Adds a mapper to an organization's identity provider and returns its id. */
export async function addMapper(lab: Lab, organization: string, alias: string): Promise<string> {
  const path = `/orgs/${organization}/idps/${alias}/mappers`;
  return (await callExtension(lab, "POST", path, mapperOf(alias, lab.name()))).createdId;
}
