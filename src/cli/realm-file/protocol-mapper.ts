import { z } from "zod";
import { dictionary, listOf } from "./lenient-values.ts";
import { mayBecome } from "./placeholders.ts";

/** A protocol mapper of a client or a client scope. */
const protocolMapper = z.object({
  name: z.string().nullish(),
  protocolMapper: z.string().nullish(),
  config: dictionary(z.union([z.string(), z.boolean(), z.number(), z.null()]).transform(String)),
});

/** The protocol mappers of an object. */
export const protocolMappers = listOf(protocolMapper);

/** A protocol mapper of a client or a client scope. */
export type ProtocolMapper = z.infer<typeof protocolMapper>;

/**
 * Keycloak's own types of mappers that write only the claim that they name.
 *
 * @see [Mappers](https://github.com/keycloak/keycloak/tree/main/services/src/main/java/org/keycloak/protocol/oidc/mappers)
 */
const knownTypes = new Set(
  [
    ...["acr", "address", "allowed-origins", "amr", "audience", "audience-resolve"],
    ...["claims-param-token", "claims-param-value-idtoken", "full-name", "group-membership"],
    ...["hardcoded-claim", "hardcoded-role", "nonce-backwards-compatible"],
    ...["organization-group-membership", "organization-membership"],
    ...["parameterized-scope", "parameterized-scope-user-property", "role-name", "session-state"],
    ...["sha256-pairwise-sub", "sub", "usermodel-attribute", "usermodel-client-role"],
    ...["usermodel-property", "usermodel-realm-role", "usersessionmodel-note"],
  ].map((it) => `oidc-${it}-mapper`),
);

/** Types of other protocols, which add nothing to access tokens. */
const isOfOtherProtocol = (type: string) => /^(saml|docker|oid4vc)-/.test(type);

/** Types that write `sub` themselves: the user's own id, or a hash of it. */
const honestTypes = new Set(["oidc-sub-mapper", "oidc-sha256-pairwise-sub-mapper"]);

/** The effect of a mapper on a claim of access tokens. */
export type ClaimEffect = "none" | "replaced" | "notKnown";

/**
 * Returns whether a mapper writes `sub` into access tokens: the server then treats the user with
 * that id as the caller, with all of its roles. For a script or an unknown type, this isn't known.
 *
 * @see [OIDCAttributeMapperHelper](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/mappers/OIDCAttributeMapperHelper.java)
 */
export function subjectEffectOf(mapper: ProtocolMapper): ClaimEffect {
  const effect = effectOn("sub", mapper);
  const { protocolMapper: type, config } = mapper;
  const isOwnId =
    type === "oidc-usermodel-property-mapper" && config.get("user.attribute") === "id";
  return isOwnId && effect === "replaced" ? "none" : effect;
}

/**
 * Returns whether a mapper writes `azp` into access tokens: the server then treats the client with that
 * client ID as the caller. For a script or an unknown type, this isn't known.
 *
 * @see [AuthenticationManager](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/managers/AuthenticationManager.java),
 *   verifyIdentityToken
 */
export const callerEffectOf = (mapper: ProtocolMapper): ClaimEffect => effectOn("azp", mapper);

function effectOn(target: string, { protocolMapper: type, config }: ProtocolMapper): ClaimEffect {
  if (type === null || type === undefined) return "notKnown";
  if (isOfOtherProtocol(type) || honestTypes.has(type)) return "none";
  if (!knownTypes.has(type)) return "notKnown";
  const claim = config.get("claim.name") ?? "";
  if (claim !== target && mayBecome(claim, target)) return "notKnown";
  const isIn = (key: string) => !["", "false", "null"].includes(config.get(key) ?? "");
  const isInToken = isIn("access.token.claim") || isIn("lightweight.claim");
  return claim === target && isInToken ? "replaced" : "none";
}
