import type { Fixture, Fixtures } from "../fixtures/fixture.ts";
import type { Lab } from "../lab.ts";
import { makeIdentityProvider } from "../world/make-providers.ts";
import { addMapper, linkProvider, mapperOf } from "./make-phase-two-realm.ts";

const acme = (lab: Lab) => lab.known.get("/realms/{}/orgs/{}") ?? "";
const at = "/realms/{}/orgs/{}/idps";

const onProvider =
  (body: (alias: string) => unknown): Fixture =>
  async (lab) => {
    const alias = await linkProvider(lab, acme(lab));
    return { params: [acme(lab), alias], body: body(alias) };
  };

const onMapper: Fixture = async (lab) => {
  const alias = lab.known.get(`${at}/{}`) ?? "";
  const id = await addMapper(lab, acme(lab), alias);
  return { params: [acme(lab), alias, id], body: { id, ...mapperOf(alias, lab.name()) } };
};

const settings = (alias: string) => ({ alias, providerId: "google", config: { clientId: "a" } });

/** Identity providers of an organization and their mappers. */
export const identityProviderFixtures: Fixtures = [
  [`POST${at}`, (lab) => ({ body: settings(lab.name()) })],
  [
    `POST${at}/link`,
    async (lab) => {
      const alias = lab.name();
      await makeIdentityProvider(lab, alias);
      return { body: { alias } };
    },
  ],
  [
    `POST${at}/import-config`,
    (lab) => ({
      body: {
        providerId: "oidc",
        fromUrl: `${lab.baseUrl}/realms/master/.well-known/openid-configuration`,
      },
    }),
  ],
  [
    `POST${at}/test-ldap-connection`,
    (lab) => ({
      body: {
        action: "testConnection",
        // Without a user to sign in with, a directory counts as reached when its port is open.
        connectionUrl: lab.baseUrl.replace("http:", "ldap:"),
        authType: "none",
      },
    }),
  ],
  [`POST${at}/ldap`, () => ({ body: {} })],
  [`PUT${at}/{}`, onProvider(settings)],
  [`DELETE${at}/{}`, onProvider(() => undefined)],
  [`POST${at}/{}/unlink`, onProvider(() => undefined)],
  [`POST${at}/{}/mappers`, onProvider((alias) => mapperOf(alias, "team"))],
  [`PUT${at}/{}/mappers/{}`, onMapper],
  [`DELETE${at}/{}/mappers/{}`, onMapper],
];
