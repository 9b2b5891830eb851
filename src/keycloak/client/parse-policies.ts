import type { ListedPolicy, NamedBy } from "../../access/model/naming-policies.ts";
import { fieldsOf, itemsOf, textOf } from "../api/parse-answers.ts";

/** The settings of a policy that list what it names; each is a text with JSON. */
const lists = [
  ["client", "clients"],
  ["user", "users"],
  ["group", "groups"],
  ["role", "roles"],
] as const satisfies readonly (readonly [NamedBy, string])[];

/** The items of a JSON list in a text; none if it is something else. */
function itemsIn(text: unknown): readonly unknown[] {
  if (typeof text !== "string") return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? fieldsOf(value).get(name) : undefined;

/** An item has an id or is the id itself. */
const idOf = (item: unknown) => {
  const id = typeof item === "string" ? item : fieldOf(item, "id");
  return typeof id === "string" ? [id] : [];
};

/**
 * Reads a list of policies and permissions of an authorization server.
 *
 * @throws UnexpectedAnswerError when the answer is no list of policies
 */
export function parsePolicies(answer: unknown): readonly ListedPolicy[] {
  return itemsOf(answer).map((item) => {
    const fields = fieldsOf(item);
    const config = fields.get("config");
    const resourceType = fields.get("resourceType") ?? fieldOf(config, "defaultResourceType");
    const groups = itemsIn(fieldOf(config, "groups"));
    return {
      id: textOf(fields, "id"),
      name: textOf(fields, "name"),
      type: textOf(fields, "type"),
      isNegative: fields.get("logic") === "NEGATIVE",
      named: new Map(
        lists.map(([kind, name]) => [kind, new Set(itemsIn(fieldOf(config, name)).flatMap(idOf))]),
      ),
      extendedGroups: new Set(
        groups.filter((group) => fieldOf(group, "extendChildren") === true).flatMap(idOf),
      ),
      resourceType: typeof resourceType === "string" ? resourceType : undefined,
    };
  });
}
