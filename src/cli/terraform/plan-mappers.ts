import { fieldsOf } from "../wrapped/fields.ts";
import type { Identities } from "./identities.ts";
import type { PlanResource } from "./plan.ts";
import { NotTold } from "./references.ts";

/** The provider's resources for protocol mappers, with Keycloak's own names of their types. */
const mapperTypes = new Map([
  ["audience", "oidc-audience-mapper"],
  ["audience_resolve", "oidc-audience-resolve-mapper"],
  ["full_name", "oidc-full-name-mapper"],
  ["group_membership", "oidc-group-membership-mapper"],
  ["hardcoded_claim", "oidc-hardcoded-claim-mapper"],
  ["hardcoded_role", "oidc-hardcoded-role-mapper"],
  ["sub", "oidc-sub-mapper"],
  ["user_attribute", "oidc-usermodel-attribute-mapper"],
  ["user_client_role", "oidc-usermodel-client-role-mapper"],
  ["user_property", "oidc-usermodel-property-mapper"],
  ["user_realm_role", "oidc-usermodel-realm-role-mapper"],
  ["user_session_note", "oidc-usersessionmodel-note-mapper"],
]);

/** Arguments of these resources, and what the mapper's settings are called. */
const settings = [
  ["claim_name", "claim.name"],
  ["add_to_access_token", "access.token.claim"],
  ["user_property", "user.attribute"],
] as const;

/** Whether a resource is a protocol mapper. */
export const isMapper = (type: string) =>
  /^keycloak_(openid|generic|generic_client)_(\w+_)?protocol_mapper$/.test(type);

/**
 * A protocol mapper, as an export has it. One of a type that isn't known here keeps the resource's name for its
 * type, and so can't be judged.
 *
 * @throws NotTold where its settings are known only after the plan is applied
 */
export function planMapper(resource: PlanResource, { argumentOf }: Identities): object {
  const known = (name: string) => {
    const { value, isSet } = argumentOf(resource, name);
    if (value === undefined && isSet) {
      throw new NotTold(
        `${resource.address}: its ${name} is known only after the plan is applied.`,
      );
    }
    return value;
  };
  const name = resource.address;
  if (resource.type.startsWith("keycloak_generic_")) {
    const config = [...fieldsOf(known("config"))].map(([key, value]) => [key, String(value)]);
    const protocolMapper = String(known("protocol_mapper"));
    return { name, protocolMapper, config: Object.fromEntries(config) };
  }
  const [, short = ""] = /^keycloak_openid_(\w+)_protocol_mapper$/.exec(resource.type) ?? [];
  const config = settings.flatMap(([argument, setting]) => {
    const value = known(argument);
    // The provider writes claims into access tokens unless it is told not to.
    const otherwise = argument === "add_to_access_token" ? "true" : undefined;
    return (value ?? otherwise) === undefined ? [] : [[setting, String(value ?? otherwise)]];
  });
  return {
    name,
    protocolMapper: mapperTypes.get(short) ?? resource.type,
    config: Object.fromEntries(config),
  };
}
