import { stringify } from "yaml";
import type { DocumentPlan } from "./factors.ts";
import type { MadeDocument } from "./make-document.ts";
import type { Fields } from "./parts.ts";

/** A document as `check` is given it. */
export interface WrittenDocument {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Lines of an environment file; undefined where there is none. */
  readonly environment: string | undefined;
}

const json = (value: unknown) => JSON.stringify(value, undefined, 2);

/** YAML whose entries are JSON, on lines of their own: what is in braces may name an anchor. */
const yamlOf = (realm: Fields) =>
  Object.entries(realm)
    .map(([field, value]) => `${JSON.stringify(field)}: ${JSON.stringify(value)}\n`)
    .join("");

const listIn = (realm: Fields, field: string): readonly unknown[] => {
  const list = realm[field];
  return Array.isArray(list) ? list : [];
};

/** The realm with the first item of some lists merged from an anchor. */
function withAnchors(realm: Fields): string {
  const fields = ["users", "clients", "groups"].filter((it) => listIn(realm, it).length > 0);
  const rest = Object.entries(realm).filter(([field]) => !fields.includes(field));
  const anchors = fields.map(
    (field) => `  - &first-${field} ${JSON.stringify(listIn(realm, field)[0])}\n`,
  );
  const lists = fields.map((field) => {
    const [, ...more] = listIn(realm, field).map((item) => `- ${JSON.stringify(item)}\n`);
    return `${field}:\n- <<: *first-${field}\n${more.join("")}`;
  });
  return `anchors:\n${anchors.join("")}${yamlOf(Object.fromEntries(rest))}${lists.join("")}`;
}

/** Two parts of a realm, the second with its users. */
function apart(realm: Fields): readonly [Fields, Fields] {
  const { users, ...rest } = realm;
  const name = realm["realm"] === undefined ? {} : { realm: realm["realm"] };
  return [rest, users === undefined ? name : { ...name, users }];
}

function filesOf(realm: Fields, format: DocumentPlan["format"]): WrittenDocument["files"] {
  const [first, second] = apart(realm);
  switch (format) {
    case "json":
      return [{ name: "realm.json", text: json(realm) }];
    case "jsonArray":
      return [{ name: "realms.json", text: json([realm]) }];
    case "yaml":
      return [{ name: "realm.yaml", text: stringify(realm) }];
    case "yamlAnchors":
      return [{ name: "realm.yml", text: withAnchors(realm) }];
    case "yamlDocuments":
      return [{ name: "realm.yaml", text: `${yamlOf(first)}---\n${yamlOf(second)}` }];
    case "files":
      return [
        { name: "realm-realm.json", text: json(first) },
        { name: "realm-users-0.json", text: json(second) },
      ];
  }
}

/** Changes all texts of a value. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, mapTexts(item, change)]),
  );
}

/** Changes the texts in one field of an object. */
const changeWithin = (item: unknown, field: string, change: (text: string) => string) =>
  typeof item === "object" && item !== null
    ? Object.fromEntries(
        Object.entries(item).map(([name, value]) => [
          name,
          name === field ? mapTexts(value, change) : value,
        ]),
      )
    : item;

const placeholder = "$" + "{GATE}";

/** Puts a placeholder where something decides. @returns what it stands for, where there is such a place */
function replaced(realm: Fields, plan: DocumentPlan): { realm: Fields; value: string | undefined } {
  const swap = (value: string, field: string, within?: string) => {
    let isFound = false;
    const put = (text: string) => {
      isFound ||= text.includes(value);
      return text.replaceAll(value, placeholder);
    };
    const changed =
      within === undefined
        ? mapTexts(realm[field], put)
        : listIn(realm, field).map((item) => changeWithin(item, within, put));
    return isFound ? { realm: { ...realm, [field]: changed }, value } : { realm, value: undefined };
  };
  const [first] = plan.programs;
  switch (plan.placeholder) {
    case "none":
      return { realm, value: undefined };
    case "role":
      return swap(first?.power ?? "", "users");
    case "scope":
      return swap("acting as 0", "clientScopes");
    case "policy":
      return swap("Ops-0", "clients", "authorizationSettings");
    case "field": {
      const { users, ...rest } = realm;
      return { realm: { ...rest, [placeholder]: users }, value: "users" };
    }
  }
}

/** Writes a document into files, as its plan says. */
export function writeDocument({ realm }: MadeDocument, plan: DocumentPlan): WrittenDocument {
  const { realm: written, value } = replaced(realm, plan);
  const isGiven = value !== undefined && plan.values === "given";
  return {
    files: filesOf(written, plan.format),
    environment: isGiven ? `GATE=${value}\n` : undefined,
  };
}
