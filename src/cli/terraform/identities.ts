import type { Plan, PlanResource } from "./plan.ts";
import { type Argument, NotTold, referencesIn, type Target } from "./references.ts";

/** A role, by the client ID of its client; undefined for one of the realm. */
export interface PlanRole {
  readonly client: string | undefined;
  readonly name: string;
}

const clientTypes = new Set(["keycloak_openid_client", "keycloak_saml_client"]);
const scopeType = "keycloak_openid_client_scope";
const accountType = "keycloak_openid_client_service_account_user";

/** What has the id of a user, by the type of the resource. */
const userIds = new Map([
  [accountType, "id"],
  ["keycloak_user", "id"],
  ["keycloak_openid_client", "service_account_user_id"],
]);

/**
 * Tells what ids of a plan stand for. Ids that only the server gives are known by what has them in the plan, or by what
 * the plan's code refers to.
 */
export function identitiesIn(plan: Plan) {
  const argumentOf = referencesIn(plan);
  const byId = new Map<string, PlanResource>();
  const accounts = new Map<unknown, PlanResource>();
  for (const resource of plan.resources) {
    const id = resource.values.get("id");
    if (typeof id === "string") byId.set(`${resource.type} ${id}`, resource);
    const user = resource.values.get("service_account_user_id");
    if (typeof user === "string" && clientTypes.has(resource.type)) accounts.set(user, resource);
  }
  const withId = (types: Iterable<string>, id: unknown) => {
    for (const type of types) {
      const found = byId.get(`${type} ${String(id)}`);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const notTold = ({ address }: PlanResource, name: string) =>
    new NotTold(`${address}: its ${name} is known only after the plan is applied.`);

  /** The one target of an argument. */
  const targetOf = (resource: PlanResource, name: string, { targets, isWhole }: Argument) => {
    const [target, ...others] = targets;
    if (!isWhole || target === undefined || others.length > 0) throw notTold(resource, name);
    return target;
  };

  /**
   * A text. It isn't taken from what it refers to: whether it is that, or only has it in it, isn't told by a plan.
   */
  const textOf = (resource: PlanResource, name: string): string => {
    const { value } = argumentOf(resource, name);
    if (typeof value !== "string") throw notTold(resource, name);
    return value;
  };

  /** The name of the realm that a resource is in, which is the realm's id too. */
  const realmOf = (resource: PlanResource): string => {
    const argument = argumentOf(resource, "realm_id");
    if (typeof argument.value === "string") return argument.value;
    const target = targetOf(resource, "realm_id", argument);
    if (target.resource.type !== "keycloak_realm") throw notTold(resource, "realm_id");
    return textOf(target.resource, "realm");
  };

  const clientIdOf = (resource: PlanResource, name: string): string => {
    const argument = argumentOf(resource, name);
    const known = withId(clientTypes, argument.value);
    if (known !== undefined) return textOf(known, "client_id");
    const target = targetOf(resource, name, argument);
    if (!clientTypes.has(target.resource.type) || target.attribute !== "id") {
      throw notTold(resource, name);
    }
    return textOf(target.resource, "client_id");
  };

  /** The client ID of a service account; undefined where the user is a person. */
  const accountOf = (resource: PlanResource): string | undefined => {
    if (resource.type === accountType) return clientIdOf(resource, "client_id");
    if (resource.type !== "keycloak_user") return textOf(resource, "client_id");
    // A service account may be looked up by its name.
    const [, clientId] = /^service-account-(.+)$/i.exec(textOf(resource, "username")) ?? [];
    return clientId;
  };

  /** The client ID of the service account that a user's id stands for; undefined where that is a person. */
  const accountClientId = (resource: PlanResource, name: string): string | undefined => {
    const argument = argumentOf(resource, name);
    const known =
      accounts.get(argument.value) ?? withId([accountType, "keycloak_user"], argument.value);
    if (known !== undefined) return accountOf(known);
    const target = targetOf(resource, name, argument);
    if (userIds.get(target.resource.type) !== target.attribute) throw notTold(resource, name);
    return accountOf(target.resource);
  };

  /** What the items of a list stand for: those that are known, or all that the list refers to. */
  const itemsOf = (
    resource: PlanResource,
    name: string,
    known: (value: unknown) => PlanResource | undefined,
    isItem: (target: Target) => boolean,
  ): readonly PlanResource[] => {
    const argument = argumentOf(resource, name);
    if (!argument.isSet) return [];
    const values: readonly unknown[] | undefined = Array.isArray(argument.value)
      ? argument.value
      : undefined;
    const found = values?.map(known);
    if (found?.every((it) => it !== undefined)) return found;
    if (!argument.isWhole || !argument.targets.every(isItem)) throw notTold(resource, name);
    const referred = argument.targets.map((target) => target.resource);
    return [...new Set([...(found ?? []).filter((it) => it !== undefined), ...referred])];
  };

  const roleOf = (role: PlanResource): PlanRole => ({
    client: argumentOf(role, "client_id").isSet ? clientIdOf(role, "client_id") : undefined,
    name: textOf(role, "name"),
  });

  return {
    argumentOf,
    textOf,
    realmOf,
    clientIdOf,
    accountClientId,
    roleOf,
    /** The roles of a list of role ids. */
    rolesOf: (resource: PlanResource, name: string): readonly PlanRole[] =>
      itemsOf(
        resource,
        name,
        (id) => withId(["keycloak_role"], id),
        (target) => target.resource.type === "keycloak_role" && target.attribute === "id",
      ).map(roleOf),
    /** The groups of a list of group ids, or of one group id. */
    groupsOf: (resource: PlanResource, name: string): readonly PlanResource[] =>
      itemsOf(
        typeof argumentOf(resource, name).value === "string"
          ? { ...resource, values: new Map([[name, [argumentOf(resource, name).value]]]) }
          : resource,
        name,
        (id) => withId(["keycloak_group"], id),
        (target) => target.resource.type === "keycloak_group" && target.attribute === "id",
      ),
    /** The name of the client scope that an argument names by its id. */
    clientScopeOf: (resource: PlanResource, name: string): string => {
      const argument = argumentOf(resource, name);
      const known = withId([scopeType], argument.value);
      const of = known ?? targetOf(resource, name, argument).resource;
      if (of.type !== scopeType) throw notTold(resource, name);
      return textOf(of, "name");
    },
    /** A list of names. */
    namesOf: (resource: PlanResource, name: string): readonly string[] => {
      const { value, isSet } = argumentOf(resource, name);
      if (!isSet) return [];
      const names = Array.isArray(value) ? value.filter((it) => typeof it === "string") : [];
      if (!Array.isArray(value) || names.length < value.length) throw notTold(resource, name);
      return names;
    },
  };
}

/** Tells what ids of a plan stand for. */
export type Identities = ReturnType<typeof identitiesIn>;
