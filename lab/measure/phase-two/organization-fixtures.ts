import type { Fixture, Fixtures } from "../fixtures/fixture.ts";
import type { Lab } from "../lab.ts";
import { callExtension } from "./call-extension.ts";
import { invite, makeOrganization, organizationsConfig } from "./make-phase-two-realm.ts";

const acme = (lab: Lab) => lab.known.get("/realms/{}/orgs/{}") ?? "";
const at = "/realms/{}/orgs";

async function makeUser(lab: Lab): Promise<string> {
  const username = lab.name();
  return await lab.create("/users", { username, enabled: true, email: `${username}@example.org` });
}

async function makeMember(lab: Lab): Promise<string> {
  const user = await makeUser(lab);
  await callExtension(lab, "PUT", `/orgs/${acme(lab)}/members/${user}`);
  return user;
}

async function makeSeller(lab: Lab): Promise<string> {
  const user = await makeMember(lab);
  await callExtension(lab, "PUT", `/orgs/${acme(lab)}/roles/seller/users/${user}`);
  return user;
}

async function makeRole(lab: Lab): Promise<string> {
  const name = lab.name();
  await callExtension(lab, "POST", `/orgs/${acme(lab)}/roles`, { name });
  return name;
}

const inAcme =
  (target: (lab: Lab) => Promise<string>, body?: unknown): Fixture =>
  async (lab) => ({ params: [acme(lab), await target(lab)], body });

const ofUser =
  (user: (lab: Lab) => Promise<string>): Fixture =>
  async (lab) => ({ params: [await user(lab), acme(lab)], body: [{ name: "seller" }] });

const onInvitation = inAcme((lab) => invite(lab, acme(lab)));

/** Organizations with their domains, members, invitations and roles. */
export const organizationFixtures: Fixtures = [
  [`POST${at}`, (lab) => ({ body: { name: lab.name() } })],
  [
    `POST${at}/import`,
    (lab) => ({ body: { organizations: [{ organization: { name: lab.name() } }] } }),
  ],
  [`PUT${at}/config`, () => ({ body: organizationsConfig })],
  [
    `PUT${at}/{}`,
    async (lab) => {
      const name = lab.name();
      return {
        params: [await makeOrganization(lab, name)],
        body: { name, displayName: "changed" },
      };
    },
  ],
  [`DELETE${at}/{}`, async (lab) => ({ params: [await makeOrganization(lab, lab.name())] })],
  // For nobody in particular it is a link for the organization's own administrator.
  [`POST${at}/{}/portal-link`, () => ({ body: new URLSearchParams({ userId: "" }) })],
  [`POST${at}/{}/domains/{}/verify`, () => ({})],
  [`PUT${at}/{}/members/{}`, inAcme(makeUser)],
  [`DELETE${at}/{}/members/{}`, inAcme(makeMember)],
  [`PUT${at}/{}/members/{}/attributes`, inAcme(makeMember, { attributes: { desk: ["3"] } })],
  [
    `POST${at}/{}/invitations`,
    (lab) => ({ body: { email: `${lab.name()}@example.org`, send: true } }),
  ],
  [`PUT${at}/{}/invitations/{}/resend-email`, onInvitation],
  [`DELETE${at}/{}/invitations/{}`, onInvitation],
  [`POST${at}/{}/roles`, (lab) => ({ body: { name: lab.name() } })],
  [`PUT${at}/{}/roles`, (lab) => ({ body: [{ name: lab.name() }] })],
  [`PATCH${at}/{}/roles`, async (lab) => ({ body: [{ name: await makeRole(lab) }] })],
  [`PUT${at}/{}/roles/{}`, inAcme(makeRole, { description: "changed" })],
  [`DELETE${at}/{}/roles/{}`, inAcme(makeRole)],
  [
    `PUT${at}/{}/roles/{}/users/{}`,
    async (lab) => ({ params: [acme(lab), "seller", await makeMember(lab)] }),
  ],
  [
    `DELETE${at}/{}/roles/{}/users/{}`,
    async (lab) => ({ params: [acme(lab), "seller", await makeSeller(lab)] }),
  ],
  ["PUT/realms/{}/users/{}/orgs/{}/roles", ofUser(makeMember)],
  ["PATCH/realms/{}/users/{}/orgs/{}/roles", ofUser(makeSeller)],
];
