import type { Fixture, Fixtures } from "../fixtures/fixture.ts";
import { identityProviderFixtures } from "./identity-provider-fixtures.ts";
import { organizationFixtures } from "./organization-fixtures.ts";

const needsInvitation =
  "Is about the caller's own invitations, whatever its roles, and needs its verified e-mail address.";
const needsMembership =
  "Is about the caller's own organizations, whatever its roles, and needs it to be a member of one.";

const ownAccount: Fixtures = [
  ["GET/realms/{}/orgs/me/invitations", needsInvitation],
  ["POST/realms/{}/orgs/me/invitations/{}", needsInvitation],
  ["DELETE/realms/{}/orgs/me/invitations/{}", needsInvitation],
  ["GET/realms/{}/users/active-organization", needsMembership],
  ["PUT/realms/{}/users/switch-organization", needsMembership],
];

/** How to make each call of the extension that needs more than its template, by its key. */
export const phaseTwoFixtures: ReadonlyMap<string, Fixture> = new Map([
  ...organizationFixtures,
  ...identityProviderFixtures,
  ...ownAccount,
]);
