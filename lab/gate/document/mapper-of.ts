import type { ProgramPlan } from "./factors.ts";
import { type Fields, management } from "./parts.ts";

/** The attribute of an account that a mapper may take the user from. */
export const actsAs = "actsAs";

/**
 * The protocol mapper of a program. Most write `sub` into the access token, which is the user that the server
 * takes the caller for.
 *
 * @param adminId the id of a person who is realm admin
 * @param otherClient the client ID of another program
 */
export function mapperOf(
  { way, power }: ProgramPlan,
  adminId: string,
  otherClient: string,
): Fields {
  const base = { name: "who", protocol: "openid-connect" };
  const hardcoded = { ...base, protocolMapper: "oidc-hardcoded-claim-mapper" };
  const inToken = { "access.token.claim": "true", "jsonType.label": "String" };
  switch (way) {
    case "harmlessMapper":
      return {
        ...hardcoded,
        config: { ...inToken, "claim.name": "tenant", "claim.value": adminId },
      };
    case "roleMapper":
      return {
        ...base,
        protocolMapper: "oidc-hardcoded-role-mapper",
        config: { role: `${management}.${power}` },
      };
    case "mapperOfOtherClient":
      return {
        ...hardcoded,
        config: { ...inToken, "claim.name": "azp", "claim.value": otherClient },
      };
    case "unknownMapper":
      return { ...base, protocolMapper: "acme-mapper", config: { "claim.name": "tenant" } };
    case "mapperOfAttribute":
      return {
        ...base,
        protocolMapper: "oidc-usermodel-attribute-mapper",
        config: { ...inToken, "user.attribute": actsAs, "claim.name": "sub" },
      };
    default:
      return { ...hardcoded, config: { ...inToken, "claim.name": "sub", "claim.value": adminId } };
  }
}
