import type { RoleState } from "./realm-state.ts";
import { notFound } from "./refusal.ts";

function countOf(text: string | null): number | undefined {
  if (text === null) return undefined;
  if (!/^-?\d+$/.test(text)) throw notFound("HTTP 404 Not Found");
  return Number(text) < 0 ? undefined : Number(text);
}

/** The part of a list that a request asks for with `first` and `max`; all of it where it names neither. */
export function pageOf<Item>(items: readonly Item[], query: URLSearchParams): readonly Item[] {
  const first = countOf(query.get("first")) ?? 0;
  const max = countOf(query.get("max")) ?? items.length;
  return items.slice(first, first + max);
}

/** Items in the order of their names, as the server's database sorts them. */
export function sortedBy<Item>(items: Iterable<Item>, nameOf: (item: Item) => string) {
  return [...items].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** A page of roles whose name or description contains what is searched for, whatever the case. */
export function searchedRoles(
  roles: Iterable<RoleState>,
  query: URLSearchParams,
): readonly RoleState[] {
  const text = query.get("search")?.trim().toLowerCase() ?? "";
  const contains = (value = "") => value.toLowerCase().includes(text);
  const found = [...roles].filter(
    ({ name, description }) => contains(name) || contains(description),
  );
  return pageOf(
    sortedBy(found, ({ name }) => name),
    query,
  );
}
