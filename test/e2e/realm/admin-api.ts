import type { Deployment } from "../servers/deployment.ts";

/** The Admin API as the bootstrap administrator of `master` may call it. */
export interface AdminApi {
  readonly get: <Answer>(path: string) => Promise<Answer>;
  readonly put: (path: string, body: unknown) => Promise<void>;
  /** @returns the id of what was created, where the server names it. */
  readonly post: (path: string, body: unknown) => Promise<string>;
  readonly delete: (path: string, body?: unknown) => Promise<void>;
  /** An access token, for what is sent otherwise. */
  readonly token: () => Promise<string>;
}

/** The tokens of `admin-cli` live for 60 s. */
const tokenAge = 40_000;

/** Opens the Admin API of a deployment with its own plain requests, not with the product's code. */
export function createAdminApi(deployment: Deployment): AdminApi {
  let token: { readonly text: string; readonly until: number } | undefined;

  async function obtainToken(): Promise<string> {
    if (token === undefined || token.until < Date.now()) {
      const until = Date.now() + tokenAge;
      const form = {
        grant_type: "password",
        client_id: "admin-cli",
        username: deployment.adminUsername,
        password: deployment.adminPassword,
      };
      token = { text: await requestToken(deployment, "master", form), until };
    }
    return token.text;
  }

  async function send(
    method: string,
    path: string,
    body?: unknown,
    attempts = 3,
  ): Promise<Response> {
    const response = await fetch(deployment.apiUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${await obtainToken()}`,
        "content-type": "application/json",
        // Workflows would come as YAML.
        accept: "application/json",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.ok) return response;
    // What a story prepares is written while other stories delete their realms: now and then the
    // development database gives up one of two transactions, and nothing of it is left.
    if (response.status === 500 && attempts > 1) return send(method, path, body, attempts - 1);
    throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`);
  }

  return {
    get: async (path) => (await send("GET", path)).json(),
    put: async (path, body) => {
      await send("PUT", path, body);
    },
    post: async (path, body) => {
      const { headers } = await send("POST", path, body);
      return headers.get("location")?.split("/").at(-1) ?? "";
    },
    delete: async (path, body) => {
      await send("DELETE", path, body);
    },
    token: obtainToken,
  };
}

/** Takes an access token from the token endpoint of a realm. */
export async function requestToken(
  { apiUrl }: Deployment,
  realm: string,
  form: Readonly<Record<string, string>>,
): Promise<string> {
  const path = `/realms/${encodeURIComponent(realm)}/protocol/openid-connect/token`;
  const body = new URLSearchParams(form);
  const response = await fetch(apiUrl + path, { method: "POST", body });
  if (!response.ok) {
    throw new Error(`POST ${path} was answered ${response.status}: ${await response.text()}`);
  }
  const { access_token } = await response.json();
  return String(access_token);
}
