import { adminClientId } from "../../access/model/admin-client-id.ts";
import { CliError } from "../cli-error.ts";
import type { Content } from "../source/source.ts";
import { type Add, conversions } from "./conversions.ts";
import { type Identities, identitiesIn } from "./identities.ts";
import { type PlanResource, readPlan } from "./plan.ts";
import { isMapper, planMapper } from "./plan-mappers.ts";
import { RealmBuilder } from "./realm-builder.ts";
import { NotTold } from "./references.ts";

/** Resources of the provider that give no service account power. */
const harmless = [
  /^keycloak_(user|user_password|required_action|organization\w*|workflow)$/,
  /^keycloak_realm(_\w+)?$/,
  /^keycloak_(authentication|ldap|saml|custom|hardcoded|attribute)_\w+$/,
  /^keycloak_\w*identity_provider\w*$/,
  /^keycloak_generic_(client_)?role_mapper$/,
  /^keycloak_openid_client_(scope|initial_access_token|\w+_policy)$/,
  /^keycloak_(openid|generic)_client_authorization_(resource|scope|settings|\w*policy)$/,
];

/** Permissions of administrators, or of a client's own users: which of both, its client tells. */
const permission = /^keycloak_\w*permissions?$/;
const ownPermission = "keycloak_openid_client_authorization_permission";

const isAdministrative = (clientId: string) =>
  ["realm-management", "admin-permissions"].includes(clientId) || clientId.endsWith("-realm");

/** A permission whose policies a plan doesn't tell: whom it is for can't be told. */
const openPermission = (name: string) => ({
  policies: [{ name, type: "scope", config: { applyPolicies: '["of the provider"]' } }],
});

function addResource(
  resource: PlanResource,
  identities: Identities,
  known: ReturnType<typeof conversions>,
  builder: RealmBuilder,
): void {
  const { argumentOf, clientIdOf, clientScopeOf, realmOf } = identities;
  const { type, address } = resource;
  const convert = known.get(type);
  const mayGive = convert !== undefined || permission.test(type);
  if (!mayGive && harmless.some((it) => it.test(type))) return;
  const realm = realmOf(resource);
  const add: Add = (list, item) => builder.add(realm, list, item, resource);
  if (convert !== undefined) {
    convert(resource, realm, add, builder);
  } else if (isMapper(type)) {
    const protocolMappers = [planMapper(resource, identities)];
    // An item of its own counts with the client or the client scope that the plan has elsewhere.
    if (argumentOf(resource, "client_id").isSet) {
      add("clients", { clientId: clientIdOf(resource, "client_id"), protocolMappers });
    } else {
      add("clientScopes", { name: clientScopeOf(resource, "client_scope_id"), protocolMappers });
    }
  } else if (permission.test(type)) {
    if (type === ownPermission && !isAdministrative(clientIdOf(resource, "resource_server_id"))) {
      return;
    }
    const clientId = adminClientId(realm === "master", realm);
    add("clients", { clientId, authorizationSettings: openPermission(address) });
  } else {
    throw new NotTold(`${address}: the effect of a ${type} isn't known here.`);
  }
}

/**
 * The realms of a Terraform plan, as they are after it is applied: those of its resources of the provider.
 *
 * @param content what `terraform show -json` printed
 * @returns nothing where the plan has no such resource
 * @throws CliError where what decides is known only after the plan is applied
 * @see [Keycloak provider](https://registry.terraform.io/providers/keycloak/keycloak/latest/docs)
 */
export function realmsOfPlan({ value, source }: Content): readonly Content[] {
  const plan = readPlan(value);
  const identities = identitiesIn(plan);
  const known = conversions(identities);
  const builder = new RealmBuilder();
  const problems: string[] = [];
  for (const resource of plan.resources) {
    if (!resource.type.startsWith("keycloak_") || resource.key.startsWith("data.")) continue;
    try {
      addResource(resource, identities, known, builder);
    } catch (thrown) {
      if (!(thrown instanceof NotTold)) throw thrown;
      problems.push(thrown.message);
    }
  }
  if (problems.length > 0) {
    throw new CliError(
      `${source.file} is a plan that leaves the access open. Apply it and check an export of the realm:`,
      ...problems,
    );
  }
  return builder.contents(source);
}
