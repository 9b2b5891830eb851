import type { Lab } from "../lab.ts";
import { makeIdentityProvider } from "./make-providers.ts";

/** An organization with a member, an identity provider, an invitation and a group, as far as the server has them. */
export async function makeOrganizations(lab: Lab): Promise<void> {
  const organization = await makeOrganization(lab, "acme");
  const user = lab.known.get("/users/{}") ?? "";
  await lab.send("POST", `/organizations/${organization}/members`, user);
  await makeIdentityProvider(lab, "acme-partner");
  await lab.send("POST", `/organizations/${organization}/identity-providers`, "acme-partner");
  if (lab.has("POST/organizations/{}/groups")) {
    const group = await lab.create(`/organizations/${organization}/groups`, { name: "board" });
    await lab.send("PUT", `/organizations/${organization}/groups/${group}/members/${user}`);
    const path = `/organizations/${organization}/groups/${group}`;
    await lab.create(`${path}/children`, { name: "advisory" });
    lab.known.set("/organizations/{}/groups/{}", group);
    lab.known.set("/organizations/{}/groups/group-by-path/{}", "board");
    const app = lab.known.get("/clients/{}") ?? "";
    if (lab.has("POST/organizations/{}/groups/{}/role-mappings/realm")) {
      const staff = await lab.read<unknown>("/roles/staff");
      const editor = await lab.read<unknown>(`/clients/${app}/roles/editor`);
      await lab.send("POST", `${path}/role-mappings/realm`, [staff]);
      await lab.send("POST", `${path}/role-mappings/clients/${app}`, [editor]);
    }
    lab.known.set("/organizations/{}/groups/{}/role-mappings/clients/{}", app);
  }
  if (lab.has("GET/organizations/{}/invitations")) {
    const invitation = await invite(lab, organization);
    lab.known.set("/organizations/{}/invitations/{}", invitation);
  }
  for (const [template, value] of [
    ["/organizations/{}", organization],
    ["/organizations/{}/members/{}", user],
    ["/organizations/members/{}", user],
    ["/organizations/{}/identity-providers/{}", "acme-partner"],
  ] as const) {
    lab.known.set(template, value);
  }
}

/** Makes an organization and returns its id. */
export async function makeOrganization(lab: Lab, name: string): Promise<string> {
  return await lab.create("/organizations", {
    name,
    alias: name,
    enabled: true,
    domains: [{ name: `${name}.example.org`, verified: false }],
  });
}

/** Invites a new person into an organization and returns the invitation's id. */
export async function invite(lab: Lab, organization: string): Promise<string> {
  const email = `${lab.name()}@example.org`;
  const body = new URLSearchParams({ email });
  await lab.send("POST", `/organizations/${organization}/members/invite-user`, body);
  const invitations = await lab.read<{ id: string; email: string }[]>(
    `/organizations/${organization}/invitations`,
  );
  return invitations.find((it) => it.email === email)?.id ?? "";
}
