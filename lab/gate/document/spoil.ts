import type { DocumentPlan } from "./factors.ts";
import type { Fields } from "./parts.ts";

/** A field that Keycloak doesn't have. */
const unknownField = { powers: ["realm-admin"] };

/** Changes the first item of a list that the change fits. */
function inFirst(
  realm: Fields,
  field: string,
  change: (item: Fields) => Fields | undefined,
): Fields {
  const list: readonly Fields[] = Array.isArray(realm[field]) ? realm[field] : [];
  const changed = list.map((item) => ({ item, by: change(item) }));
  const first = changed.find(({ by }) => by !== undefined);
  return {
    ...realm,
    [field]: changed.map((it) => (it === first ? it.by : it.item)),
  };
}

const asObject = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? { ...value } : {};

function withUnknown(realm: Fields, plan: DocumentPlan): Fields {
  const add = (item: Fields) => ({ ...item, ...unknownField });
  const within = (field: string) => (item: Fields) =>
    Array.isArray(item[field]) && item[field].length > 0 ? inFirst(item, field, add) : undefined;
  switch (plan.unknown) {
    case "none":
      return realm;
    case "realm":
      return { ...realm, ...unknownField };
    case "users":
    case "groups":
      return inFirst(realm, plan.unknown, add);
    case "clients":
      return inFirst(realm, plan.clients, add);
    case "roles":
      return { ...realm, roles: inFirst(asObject(realm["roles"]), "realm", add) };
    case "mappers":
      return inFirst(realm, plan.clients, within("protocolMappers"));
    case "policies":
      return inFirst(realm, "clients", (client) => {
        const settings = asObject(client["authorizationSettings"]);
        const changed = within("policies")(settings);
        return changed === undefined ? undefined : { ...client, authorizationSettings: changed };
      });
  }
}

function withCut(realm: Fields, { cut }: DocumentPlan): Fields {
  const { realm: name, ...rest } = realm;
  if (cut === "nothing") return realm;
  return cut === "realm" ? rest : { realm: name, enabled: true, groups: [] };
}

/** Adds what Keycloak doesn't know to a realm, or leaves something out, as its plan says. */
export const spoil = (realm: Fields, plan: DocumentPlan): Fields =>
  withCut(withUnknown(realm, plan), plan);
