import type { Request, Response } from "@playwright/test";

/** The tokens and codes that a request carries, in its header or its form. */
export function secretsOfRequest(request: Request): readonly string[] {
  const bearer = /^Bearer (.+)$/i.exec(request.headers()["authorization"] ?? "")?.[1];
  const form = isTokenEndpoint(request.url())
    ? new URLSearchParams(request.postData() ?? "")
    : new URLSearchParams();
  return [bearer, form.get("code"), form.get("refresh_token"), form.get("client_secret")].filter(
    (secret) => typeof secret === "string",
  );
}

/** The tokens that the token endpoint answered. */
export async function secretsOfResponse(response: Response): Promise<readonly string[]> {
  if (!isTokenEndpoint(response.url()) || !response.ok()) return [];
  // A page that was left meanwhile takes the body with it: then nobody can have stored it either.
  const answer: unknown = await response.json().catch(() => ({}));
  if (typeof answer !== "object" || answer === null) return [];
  const { access_token, refresh_token, id_token }: Record<string, unknown> = { ...answer };
  return [access_token, refresh_token, id_token].filter((token) => typeof token === "string");
}

function isTokenEndpoint(url: string): boolean {
  return URL.canParse(url) && new URL(url).pathname.endsWith("/protocol/openid-connect/token");
}
