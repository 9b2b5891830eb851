import type { Content, Path, Source } from "../source/source.ts";
import type { PlanResource } from "./plan.ts";

/** Lists of a realm to which a plan adds. */
export type RealmList = "users" | "clients" | "groups" | "clientScopes";

interface RealmParts {
  readonly lists: Map<RealmList, object[]>;
  /** The resource of each item, by the list and the place of the item. */
  readonly origins: Map<string, PlanResource>;
  readonly realmRoles: object[];
  readonly clientRoles: Map<string, object[]>;
  readonly defaultGroups: string[];
  readonly givenScopes: string[];
}

const originKey = (path: Path) => JSON.stringify(path.slice(0, 2));

/** A realm that was made of a plan: each of its items stands where its resource does. */
function sourceOfParts(source: Source, { origins }: RealmParts): Source {
  const resourceOf = (path: Path) => origins.get(originKey(path));
  return {
    file: source.file,
    linesOf: (paths) => source.linesOf(paths.map((path) => resourceOf(path)?.path ?? [])),
    nameOf: (path) => resourceOf(path)?.address,
  };
}

/**
 * Puts realms together, as an export would have them, from resources in any order. What several resources say
 * of one account or client is in items of their own, which count together.
 */
export class RealmBuilder {
  readonly #realms = new Map<string, RealmParts>();

  /** All that is known of a realm so far. */
  realm(name: string): RealmParts {
    const known = this.#realms.get(name);
    if (known !== undefined) return known;
    const parts: RealmParts = {
      lists: new Map(),
      origins: new Map(),
      realmRoles: [],
      clientRoles: new Map(),
      defaultGroups: [],
      givenScopes: [],
    };
    this.#realms.set(name, parts);
    return parts;
  }

  /** @param origin the resource that the item comes from */
  add(realm: string, list: RealmList, item: object, origin: PlanResource): void {
    const { lists, origins } = this.realm(realm);
    const items = lists.get(list) ?? [];
    lists.set(list, items);
    origins.set(originKey([list, items.length]), origin);
    items.push(item);
  }

  /** A role with what it includes; of the realm where it has no client. */
  addRole(realm: string, client: string | undefined, role: object): void {
    const { realmRoles, clientRoles } = this.realm(realm);
    if (client === undefined) realmRoles.push(role);
    else clientRoles.set(client, [...(clientRoles.get(client) ?? []), role]);
  }

  /** The realms, as an export has them. */
  contents(source: Source): readonly Content[] {
    return [...this.#realms].map(([realm, parts]) => ({
      value: {
        realm,
        ...Object.fromEntries(parts.lists),
        roles: { realm: parts.realmRoles, client: Object.fromEntries(parts.clientRoles) },
        defaultGroups: parts.defaultGroups,
        defaultDefaultClientScopes: parts.givenScopes,
      },
      source: sourceOfParts(source, parts),
      path: [],
    }));
  }
}
