import type { Login } from "../../../src/session/create-login.ts";

const issuer = "https://kc.example.org/realms/demo";
const tokenEndpoint = `${issuer}/protocol/openid-connect/token`;

/** A sign-in whose token endpoint answers, and lets every client in. */
export function makeLogin(part: Partial<Login> = {}): Login {
  return {
    issuer,
    tokenEndpoint,
    discover: async () => ({ issuer, tokenEndpoint, mtlsTokenEndpoint: undefined }),
    requestToken: async () => "token of the client",
    createKeyPair: undefined,
    ...part,
  };
}
