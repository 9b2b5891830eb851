import type { Fixture } from "./fixture.ts";
import { authentication } from "./fixtures/authentication.ts";
import { authorization } from "./fixtures/authorization.ts";
import { clientRegistration } from "./fixtures/client-registration.ts";
import { clientScopes } from "./fixtures/client-scopes.ts";
import { clients } from "./fixtures/clients.ts";
import { console } from "./fixtures/console.ts";
import { groups } from "./fixtures/groups.ts";
import { identityProviders } from "./fixtures/identity-providers.ts";
import { organizations } from "./fixtures/organizations.ts";
import { protocolMappers } from "./fixtures/protocol-mappers.ts";
import { realm } from "./fixtures/realm.ts";
import { roleMappings } from "./fixtures/role-mappings.ts";
import { roles } from "./fixtures/roles.ts";
import { scopeMappings } from "./fixtures/scope-mappings.ts";
import { userFederation } from "./fixtures/user-federation.ts";
import { users } from "./fixtures/users.ts";
import { workflows } from "./fixtures/workflows.ts";

/** How each call is made that can't be told from its template alone, by its key. */
export const allFixtures: ReadonlyMap<string, Fixture> = new Map(
  [
    authentication,
    authorization,
    clientRegistration,
    clients,
    clientScopes,
    console,
    groups,
    identityProviders,
    organizations,
    protocolMappers,
    realm,
    roleMappings,
    roles,
    scopeMappings,
    userFederation,
    users,
    workflows,
  ].flat(),
);
