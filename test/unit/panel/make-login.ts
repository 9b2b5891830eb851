import type { Login } from "../../../src/session/create-login.ts";

/** A sign-in whose token endpoint answers, and lets every client in. */
export function makeLogin(part: Partial<Login> = {}): Login {
  return {
    issuer: "https://kc.example.org/realms/demo",
    tokenEndpoint: "https://kc.example.org/realms/demo/protocol/openid-connect/token",
    isReachable: async () => true,
    requestToken: async () => "token of the client",
    createKeyPair: undefined,
    ...part,
  };
}
