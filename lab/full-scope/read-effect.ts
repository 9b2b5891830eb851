import { requestToken } from "../../test/e2e/realm/admin-api.ts";
import type { Deployment } from "../../test/e2e/servers/deployment.ts";
import { secret } from "./make-realm.ts";

/** Calls that read, each with another admin role. */
const readingCalls = [
  "/users?max=1",
  "/clients?max=1",
  "/roles?max=1",
  "/events?max=1",
  "/groups?max=1",
];

/** What a program's own token holds, and what the Admin API answers it. */
export interface Effect {
  /** Roles by container, and the audience, as the token lists them. */
  readonly token: string;
  /** How many roles that are. */
  readonly roles: number;
  /** Call and status. */
  readonly calls: readonly string[];
}

const objectOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);

const namesOf = (value: unknown): readonly string[] => {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.filter((item) => typeof item === "string").toSorted();
};

/** The roles that an access token lists, one line each, and its audience. */
export function rolesInToken(token: string): {
  readonly roles: readonly string[];
  readonly audience: readonly string[];
} {
  const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
  const claims = objectOf(JSON.parse(payload));
  const ofRealm = namesOf(objectOf(claims.get("realm_access")).get("roles") ?? []);
  const ofClients = [...objectOf(claims.get("resource_access"))].flatMap(([client, access]) =>
    namesOf(objectOf(access).get("roles") ?? []).map((name) => `${client}: ${name}`),
  );
  return {
    roles: [...ofRealm, ...ofClients.toSorted()],
    audience: namesOf(claims.get("aud") ?? []),
  };
}

/** Signs a client in with its secret, and makes the calls. */
export async function readEffect(
  server: Deployment,
  realm: string,
  clientId: string,
): Promise<Effect> {
  const token = await requestToken(server, realm, {
    ...{ grant_type: "client_credentials", client_id: clientId, client_secret: secret },
  });
  const calls = await Promise.all(
    readingCalls.map(async (path) => {
      const { status } = await fetch(`${server.apiUrl}/admin/realms/${realm}${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return `GET ${path} ${status}`;
    }),
  );
  const { roles, audience } = rolesInToken(token);
  return { token: JSON.stringify({ roles, audience }), roles: roles.length, calls };
}
