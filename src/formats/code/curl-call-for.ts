import type { WayToSignIn } from "../../access/check/way-to-sign-in.ts";
import {
  assertionTypeOption,
  callAfterSignIn,
  clientIdOption,
  curlCall,
  curlCallWithJwt,
  type OwnCall,
} from "./curl-call.ts";

/** The token endpoints of a realm, from its discovery document. */
export interface TokenAddresses {
  readonly issuer: string;
  readonly tokenEndpoint: string;
  /** The token endpoint for clients with a certificate, if it has its own address. */
  readonly mtlsTokenEndpoint: string | undefined;
}

/** Commands, or why there are none. */
export type CallText =
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "none"; readonly reason: "unknown" | "algorithm" | "plainHttp" };

const signOptions = {
  secretJwt: new Map([["HS", '-hmac "$CLIENT_SECRET" -binary']]),
  keyJwt: new Map([
    ["RS", '-sign "$CLIENT_KEY"'],
    ["PS", '-sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest -sign "$CLIENT_KEY"'],
  ]),
};

/** The command that signs; undefined if openssl's output isn't a JWT signature, as for `ES256`. */
function signCommandOf({ kind, algorithm }: Signing): string | undefined {
  const [, family = "", size] = /^([A-Z]{2})(256|384|512)$/.exec(algorithm) ?? [];
  const options = signOptions[kind].get(family);
  return options === undefined ? undefined : `openssl dgst -sha${size} ${options}`;
}

type Signing = Extract<WayToSignIn, { algorithm: string }>;

/**
 * Shell commands that make a call as a client, with the client's way of signing in. They read its
 * credentials from environment variables: `CLIENT_SECRET`, or the name of a file in `CLIENT_KEY`,
 * `CLIENT_CERT` and `CLIENT_ASSERTION_FILE`.
 *
 * @see [RFC 7518, JSON Web Algorithms](https://www.rfc-editor.org/rfc/rfc7518#section-3.1)
 * @see [RFC 8705, mutual TLS client authentication](https://www.rfc-editor.org/rfc/rfc8705#section-2)
 * @see [RFC 7523, section 2.2](https://www.rfc-editor.org/rfc/rfc7523#section-2.2)
 */
export function curlCallFor(
  way: WayToSignIn,
  call: Omit<OwnCall, "tokenEndpoint">,
  { issuer, tokenEndpoint, mtlsTokenEndpoint }: TokenAddresses,
): CallText {
  const { clientId, address } = call;
  const code = (lines: readonly string[]): CallText => ({ kind: "code", text: lines.join("\n") });
  switch (way.kind) {
    case "secret":
      return code([curlCall({ ...call, tokenEndpoint })]);
    case "secretJwt":
    case "keyJwt": {
      const sign = signCommandOf(way);
      if (sign === undefined) return { kind: "none", reason: "algorithm" };
      const header = { alg: way.algorithm, typ: "JWT" } as const;
      return code([curlCallWithJwt({ ...call, tokenEndpoint }, { issuer, header, sign })]);
    }
    case "certificate": {
      const endpoint = mtlsTokenEndpoint ?? tokenEndpoint;
      // A certificate can't be sent without TLS.
      if (!endpoint.startsWith("https:")) return { kind: "none", reason: "plainHttp" };
      const certificate = '--cert "$CLIENT_CERT" --key "$CLIENT_KEY"';
      const options = [certificate, clientIdOption(clientId)];
      return code(callAfterSignIn({ tokenEndpoint: endpoint, address }, options));
    }
    case "federated": {
      const assertion = '-d "client_assertion=$(cat "$CLIENT_ASSERTION_FILE")"';
      return code(callAfterSignIn({ tokenEndpoint, address }, [assertionTypeOption, assertion]));
    }
    case "unknown":
      return { kind: "none", reason: "unknown" };
  }
}
