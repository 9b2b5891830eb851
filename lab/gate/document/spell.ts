/** How documents of today and of earlier versions write the parts. */
import type { DocumentPlan } from "./factors.ts";
import type { Fields, Given, GroupPart, Parts, UserPart } from "./parts.ts";

/** An object by names, `__proto__` being one like others. */
export function asFields<Value>(
  map: ReadonlyMap<string, Value>,
  spell: (value: Value) => unknown = (value) => value,
): Fields {
  return Object.fromEntries([...map].map(([name, value]) => [name, spell(value)]));
}

/** A switch, in quotes where the document writes all of them so. */
const switchAs = ({ lenient }: DocumentPlan, value: unknown) =>
  lenient === "quoted" && typeof value === "boolean" ? String(value) : value;

/** What stands where there is nothing: nothing, or `null`. */
const unlessEmpty = (
  { lenient }: DocumentPlan,
  field: string,
  items: readonly unknown[],
): Fields => {
  if (items.length > 0) return { [field]: items };
  return lenient === "nulls" ? { [field]: null } : {};
};

/** A client. Earlier versions call its client ID its name. */
export function clientFields(plan: DocumentPlan, clientId: string, fields: Fields): Fields {
  const switches = Object.entries(fields).map(([name, value]) => [name, switchAs(plan, value)]);
  const id = plan.clients === "clients" ? { clientId } : { name: clientId };
  const nulls = plan.lenient === "nulls" ? { defaultRoles: null, protocolMappers: null } : {};
  return { ...id, ...nulls, ...Object.fromEntries(switches) };
}

/** A role, with what it includes. */
export function roleFields(plan: DocumentPlan, name: string, held: Given): Fields {
  if (held.realm.length === 0 && held.client.size === 0) {
    return plan.lenient === "nulls" ? { name, composites: null } : { name };
  }
  return {
    ...{ name, composite: true },
    composites: {
      ...unlessEmpty(plan, "realm", held.realm),
      ...(held.client.size === 0 ? {} : { [plan.composites]: asFields(held.client) }),
    },
  };
}

/** A group, with those below it. */
export function groupFields({ name, given, below }: GroupPart): Fields {
  return {
    ...{ name, realmRoles: given.realm, clientRoles: asFields(given.client) },
    subGroups: below.map(groupFields),
  };
}

/** A user. */
export function userFields(plan: DocumentPlan, user: UserPart): Fields {
  const { id, username, enabled, clientId, given, groups, attributes } = user;
  return {
    ...{ id, username, enabled: switchAs(plan, enabled), attributes },
    ...(clientId === undefined ? {} : { serviceAccountClientId: clientId }),
    ...unlessEmpty(plan, "realmRoles", given.realm),
    ...(given.client.size === 0 ? {} : { [plan.users]: asFields(given.client) }),
    ...unlessEmpty(plan, "groups", groups),
  };
}

/** An organization with the groups that accounts are in by it; nothing where there is none. */
export function organizationFields({ organizationGroups }: Parts): Fields {
  if (organizationGroups.length === 0) return {};
  return {
    organizationsEnabled: true,
    organizations: [
      {
        ...{ name: "acme", alias: "acme", enabled: true, domains: [{ name: "acme.example" }] },
        groups: organizationGroups.map(({ id, given }, place) => ({
          ...groupFields({ name: `group-${place}`, given, below: [] }),
          id,
        })),
        members: organizationGroups.map(({ id, member }) => ({
          ...{ username: member, membershipType: "UNMANAGED", groups: [id] },
        })),
      },
    ],
  };
}
