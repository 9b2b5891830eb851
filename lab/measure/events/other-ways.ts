import type { Fixture, Fixtures } from "../fixtures/fixture.ts";
import type { Lab } from "../lab.ts";
import { signIn } from "../world/make-sessions.ts";

const makeUser = (lab: Lab) =>
  lab.create("/users", {
    username: lab.name(),
    enabled: true,
    credentials: [{ type: "password", value: "a good password", temporary: false }],
  });

const makeGroup = (lab: Lab) => lab.create("/groups", { name: lab.name() });

/** A user whose sign-in has failed. */
async function makeLockedUser(lab: Lab): Promise<string> {
  const user = await makeUser(lab);
  const { username } = await lab.read<{ username: string }>(`/users/${user}`);
  await signIn(lab, { username, password: "wrong", scope: "openid" });
  return user;
}

/** One of each kind that can be imported. */
const importOf =
  (ifResourceExists: "FAIL" | "OVERWRITE"): Fixture =>
  async (lab) => {
    const [user, group, client, alias, role] = Array.from({ length: 5 }, () => lab.name());
    const body = {
      ifResourceExists,
      users: [{ username: user }],
      groups: [{ name: group, path: `/${group}` }],
      clients: [{ clientId: client }],
      identityProviders: [
        {
          alias,
          providerId: "oidc",
          config: {
            authorizationUrl: "http://localhost:1/",
            tokenUrl: "http://localhost:1/",
            clientId: "api",
            clientSecret: "secret",
          },
        },
      ],
      identityProviderMappers: [
        {
          name: lab.name(),
          identityProviderAlias: alias,
          identityProviderMapper: "hardcoded-user-session-attribute-idp-mapper",
          config: { attribute: "a", "attribute.value": "b" },
        },
      ],
      roles: { realm: [{ name: role }], client: { app: [{ name: role }] } },
    };
    if (ifResourceExists === "OVERWRITE") await lab.send("POST", "/partialImport", body);
    return { body };
  };

async function makeFlow(lab: Lab): Promise<string> {
  const alias = lab.name();
  const flow = { alias, providerId: "basic-flow", topLevel: true, builtIn: false };
  await lab.create("/authentication/flows", flow);
  const path = `/authentication/flows/${alias}/executions/execution`;
  const first = await lab.create(path, { provider: "identity-provider-redirector" });
  await lab.create(path, { provider: "identity-provider-redirector" });
  return first;
}

const acme = (lab: Lab) => lab.known.get("/organizations/{}") ?? "";

const makeOrganizationGroup = (lab: Lab) =>
  lab.create(`/organizations/${acme(lab)}/groups`, { name: lab.name() });

const withAuthorization = (lab: Lab) => ({
  clientId: lab.name(),
  serviceAccountsEnabled: true,
  authorizationServicesEnabled: true,
});

/** Calls made in a way that leaves other events than their fixture's, which may be made to change nothing. */
export const otherWays: Fixtures = [
  [
    "PUT/users/{}/groups/{}",
    async (lab) => ({ params: [await makeUser(lab), await makeGroup(lab)] }),
  ],
  [
    "DELETE/attack-detection/brute-force/users/{}",
    async (lab) => ({ params: [await makeLockedUser(lab)] }),
  ],
  [
    "PUT/users/{}",
    async (lab) => {
      const user = await makeLockedUser(lab);
      await lab.send("PUT", `/users/${user}`, { enabled: false });
      return { params: [user], body: { enabled: true } };
    },
  ],
  [
    "PUT/users/profile",
    async (lab) => {
      const profile = await lab.read<{ attributes: object[] }>("/users/profile");
      const added = { name: lab.name(), permissions: { view: ["admin"], edit: ["admin"] } };
      return { body: { ...profile, attributes: [...profile.attributes, added] } };
    },
  ],
  ["POST/groups", async (lab) => ({ body: { id: await makeGroup(lab), name: lab.name() } })],
  [
    "POST/groups/{}/children",
    async (lab) => {
      const [parent, child] = [await makeGroup(lab), await makeGroup(lab)];
      return { params: [parent], body: { id: child, name: lab.name() } };
    },
  ],
  [
    "POST/organizations/{}/groups",
    async (lab) => {
      const group = await makeOrganizationGroup(lab);
      return { params: [acme(lab)], body: { id: group, name: lab.name() } };
    },
  ],
  [
    "POST/organizations/{}/groups/{}/children",
    async (lab) => {
      const [parent, child] = [await makeOrganizationGroup(lab), await makeOrganizationGroup(lab)];
      return { params: [acme(lab), parent], body: { id: child, name: lab.name() } };
    },
  ],
  [
    "POST/authentication/executions/{}/lower-priority",
    async (lab) => ({ params: [await makeFlow(lab)] }),
  ],
  ["POST/clients", (lab) => ({ body: withAuthorization(lab) })],
  [
    "PUT/clients/{}",
    async (lab) => {
      const { authorizationServicesEnabled, ...client } = withAuthorization(lab);
      const id = await lab.create("/clients", client);
      return { params: [id], body: { ...client, authorizationServicesEnabled } };
    },
  ],
  [
    "PUT/clients/{}",
    async (lab) => {
      const client = withAuthorization(lab);
      const id = await lab.create("/clients", client);
      return { params: [id], body: { ...client, authorizationServicesEnabled: false } };
    },
  ],
  ["POST/partialImport", importOf("FAIL")],
  ["POST/partialImport", importOf("OVERWRITE")],
];
