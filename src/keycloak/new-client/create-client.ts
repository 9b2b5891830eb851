import { accountName } from "../../access/survey/survey.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError, tellsThatNothingWasDone } from "../api/admin-api-error.ts";
import { parseClients } from "../api/parse-answers.ts";
import { parseUsers } from "../survey/parse-survey-answers.ts";

/** How a client proves who it is. */
export type Credential =
  /** A secret that Keycloak makes. */
  | { readonly kind: "secret" }
  /** JWTs signed with a key of the client, of which Keycloak gets the public part. */
  | { readonly kind: "keyPair"; readonly jwks: string }
  /** The same, with the public keys at an address of the client's. */
  | { readonly kind: "jwksUrl"; readonly url: string };

/** A client that is to be made for a program. */
export interface NewClient {
  /** Chosen here, so that a client whose making was not answered can be told from others. */
  readonly clientUuid: string;
  readonly clientId: string;
  readonly description: string;
  readonly credential: Credential;
}

/**
 * Keycloak stores no longer name of a user, and the account is called after the client.
 *
 * @see [UserEntity, whose column of the name has the default length](https://github.com/keycloak/keycloak/blob/main/model/jpa/src/main/java/org/keycloak/models/jpa/entities/UserEntity.java)
 * @see [ClientManager.enableServiceAccount](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/managers/ClientManager.java)
 */
const longestUsername = 255;

/** How long a client ID may be, in characters. */
export const longestClientId = longestUsername - accountName("").length;

/**
 * Attributes that keep the remaining grants for people off, and say which keys the client signs with.
 *
 * @see [OAuth2DeviceConfig](https://github.com/keycloak/keycloak/blob/main/server-spi/src/main/java/org/keycloak/models/OAuth2DeviceConfig.java)
 * @see [CibaConfig](https://github.com/keycloak/keycloak/blob/main/server-spi/src/main/java/org/keycloak/models/CibaConfig.java)
 * @see [OIDCConfigAttributes](https://github.com/keycloak/keycloak/blob/main/server-spi-private/src/main/java/org/keycloak/protocol/oidc/OIDCConfigAttributes.java)
 */
function attributesOf(credential: Credential): Readonly<Record<string, string>> {
  const off = {
    "oauth2.device.authorization.grant.enabled": "false",
    "oidc.ciba.grant.enabled": "false",
  };
  switch (credential.kind) {
    case "secret":
      return off;
    case "keyPair":
      return {
        ...off,
        "token.endpoint.auth.signing.alg": "RS256",
        "use.jwks.string": "true",
        "jwks.string": credential.jwks,
      };
    case "jwksUrl":
      return { ...off, "use.jwks.url": "true", "jwks.url": credential.url };
  }
}

/** What came of making a client: whether it is there, undefined where that could not be told. */
export interface Creation {
  readonly isMade: boolean | undefined;
  readonly thrown: unknown;
}

/**
 * Makes a client that can do nothing but get tokens for its service account: client authentication
 * and service accounts are on, all flows for people are off, and no role is in its tokens that is not
 * put into its scope.
 *
 * Where the answer is lost, the client is looked for by the UUID that was chosen for it; with the same
 * UUID it is made once, however often this is tried.
 *
 * @returns whether it is there now; it never throws
 * @see [Creating a client](https://www.keycloak.org/docs-api/latest/rest-api/index.html#_clients)
 */
export async function createClient(api: AdminApi, client: NewClient): Promise<Creation> {
  const { clientUuid, clientId, description, credential } = client;
  try {
    await api.call("createClient", () =>
      api.clients.create({
        id: clientUuid,
        clientId,
        description,
        protocol: "openid-connect",
        enabled: true,
        publicClient: false,
        bearerOnly: false,
        clientAuthenticatorType: credential.kind === "secret" ? "client-secret" : "client-jwt",
        serviceAccountsEnabled: true,
        standardFlowEnabled: false,
        implicitFlowEnabled: false,
        directAccessGrantsEnabled: false,
        frontchannelLogout: false,
        fullScopeAllowed: false,
        attributes: attributesOf(credential),
      }),
    );
    return { isMade: true, thrown: undefined };
  } catch (thrown) {
    const failure = thrown instanceof AdminApiError ? thrown.failure : undefined;
    // A conflict may be with this very client, made by a try before that was not answered.
    const isConflict = failure === "conflict";
    if (failure === undefined || (tellsThatNothingWasDone(failure) && !isConflict)) {
      return { isMade: false, thrown };
    }
    const isFound = await isThere(api, client);
    // What was not answered may still be at work; a conflict is an answer.
    return { isMade: isFound === false && !isConflict ? undefined : isFound, thrown };
  }
}

/** What a client is looked for by. */
type Sought = Pick<NewClient, "clientUuid" | "clientId">;

/**
 * Whether the client is there; undefined where the server can't be asked. That it is not is believed
 * only where the realm's list says the same: a proxy whose server is restarting answers 404 too.
 */
async function isThere(
  { call, clients }: AdminApi,
  { clientUuid, clientId }: Sought,
): Promise<boolean | undefined> {
  try {
    const found: unknown = await call("readClient", () => clients.findOne({ id: clientUuid }));
    if (found !== null && found !== undefined) return true;
    const listed = await call("readClient", async () =>
      parseClients(await clients.find({ clientId })),
    );
    return listed.some((it) => it.clientUuid === clientUuid);
  } catch {
    return undefined;
  }
}

/** What came of deleting a client: whether it is still there, undefined where that could not be told. */
export interface Deletion {
  readonly isThere: boolean | undefined;
  readonly thrown: unknown;
}

/**
 * Deletes the client that was just made, with its service account and all that this was given.
 *
 * @returns whether it is still there; it never throws
 */
export async function deleteNewClient(api: AdminApi, client: Sought): Promise<Deletion> {
  try {
    await api.call("deleteClient", () => api.clients.del({ id: client.clientUuid }));
    return { isThere: false, thrown: undefined };
  } catch (thrown) {
    return { isThere: await isThere(api, client), thrown };
  }
}

/**
 * Whether a client can't be called so: there is one of that name, or one whose account has the name,
 * which differs in upper and lower case alone, or a person with the account's name.
 *
 * @throws AdminApiError when a request fails
 */
export async function isClientIdTaken(
  { call, clients, users }: AdminApi,
  clientId: string,
): Promise<boolean> {
  const username = accountName(clientId);
  const [sameId, sameAccount] = await Promise.all([
    call("createClient", () => clients.find({ clientId, max: 1 })),
    call("createClient", async () =>
      parseUsers(await users.find({ username, exact: true, briefRepresentation: true, max: 1 })),
    ),
  ]);
  return sameId.length > 0 || sameAccount.length > 0;
}
