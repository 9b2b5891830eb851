import fc from "fast-check";
import type { Connection } from "../../../../src/formats/code/connection.ts";
import { anyName } from "../any-handover.ts";

/** Paths of calls that are tried: one that Keycloak's clients have a method for, and one of a provider. */
const anyPath = fc.constantFrom("/users", "/events", "/realms/{realm}/orgs");

/** A call with names and a secret that may be anything. */
export const anyConnection: fc.Arbitrary<Connection> = fc
  .record({
    realm: anyName,
    administeredRealm: anyName,
    clientId: anyName,
    secret: anyName,
    path: anyPath,
  })
  .map((it) => ({
    ...it,
    adminBaseUrl: "https://kc.example.org/auth",
    tokenEndpoint: `https://kc.example.org/auth/realms/${encodeURIComponent(it.realm)}/protocol/openid-connect/token`,
    address: `https://kc.example.org/auth/admin/realms/${encodeURIComponent(it.administeredRealm)}/users?max=1`,
  }));
