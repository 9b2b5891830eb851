import {
  type CustomPreset,
  type CustomRole,
  customRoleKey,
  type FormerRevision,
} from "./custom-preset.ts";
import { createDocumentReader, type DocumentReader, requiredField } from "./document-reader.ts";
import { customPresetLimits as limits } from "./limits.ts";
import { fieldOf, itemOf } from "./place.ts";
import { isPresetId } from "./preset-id.ts";
import type { Problem } from "./problem.ts";

/** A preset, or everything that is wrong with it. */
export type ParsedPreset =
  | { readonly preset: CustomPreset; readonly problems: readonly [] }
  | { readonly preset?: undefined; readonly problems: readonly Problem[] };

/** Drops what is undefined: that has been reported. */
const present = <Value>(values: readonly (Value | undefined)[]): readonly Value[] =>
  values.filter((value) => value !== undefined);

function readRole(reader: DocumentReader, value: unknown, place: string): CustomRole | undefined {
  const fields = reader.fields(value, place, ["client", "role"]);
  if (!fields) return undefined;
  const name = (it: unknown, at: string) => reader.text(it, at, { most: limits.roleName });
  const client = fields.has("client")
    ? name(fields.get("client"), fieldOf(place, "client"))
    : undefined;
  const role = requiredField(reader, fields, place, "role", name);
  return role === undefined ? undefined : { ...(client !== undefined && { client }), role };
}

function readRoles(reader: DocumentReader, value: unknown, place: string) {
  const items = reader.list(value, place, limits.roles);
  if (!items) return undefined;
  if (items.length === 0) return reader.report(place, "noRoles", {});
  const seen = new Set<string>();
  const roles = items.map((item, count) => {
    const at = itemOf(place, count);
    const role = readRole(reader, item, at);
    if (!role) return undefined;
    const key = customRoleKey(role);
    if (seen.has(key)) reader.report(at, "duplicateRole", { role: role.role });
    seen.add(key);
    return role;
  });
  return present(roles);
}

/** Revisions are listed from the newest, and all are older than the preset's own. */
function readFormerly(reader: DocumentReader, value: unknown, place: string, revision: number) {
  const items = reader.list(value, place, limits.formerly) ?? [];
  let below = revision;
  const former = items.map((item, count): FormerRevision | undefined => {
    const at = itemOf(place, count);
    const fields = reader.fields(item, at, ["revision", "roles"]);
    if (!fields) return undefined;
    const its = requiredField(reader, fields, at, "revision", reader.revision);
    const roles = requiredField(reader, fields, at, "roles", (it, rolesAt) =>
      readRoles(reader, it, rolesAt),
    );
    if (its === undefined) return undefined;
    if (its >= below) {
      reader.report(fieldOf(at, "revision"), "revisionOrder", { revision: its, below });
    }
    below = its;
    return roles && { revision: its, roles };
  });
  return present(former);
}

/**
 * Reads a preset from what was parsed of JSON or YAML.
 *
 * @param id the id, where it isn't part of the document; otherwise the document's own `id` counts
 * @param place where the document is in what was read
 */
export function readCustomPreset(
  document: unknown,
  { id: givenId, place = "" }: { readonly id?: string; readonly place?: string },
): ParsedPreset {
  const reader = createDocumentReader();
  const known = ["name", "purpose", "roles", "revision", "formerly"];
  const fields = reader.fields(document, place, givenId === undefined ? ["id", ...known] : known);
  if (!fields) return { problems: reader.problems };
  const readId = (value: unknown, at: string) => {
    if (typeof value !== "string") return reader.report(at, "wrongType", { expected: "text" });
    return isPresetId(value) ? value : reader.report(at, "malformedId", { id: value });
  };
  const id =
    givenId === undefined
      ? requiredField(reader, fields, place, "id", readId)
      : readId(givenId, place);
  const name = requiredField(reader, fields, place, "name", (value, at) =>
    reader.text(value, at, { most: limits.name }),
  );
  const purpose = fields.has("purpose")
    ? reader.text(fields.get("purpose"), fieldOf(place, "purpose"), {
        most: limits.purpose,
        mayBeEmpty: true,
      })
    : "";
  const roles = requiredField(reader, fields, place, "roles", (value, at) =>
    readRoles(reader, value, at),
  );
  const revision = fields.has("revision")
    ? reader.revision(fields.get("revision"), fieldOf(place, "revision"))
    : 1;
  const formerly = fields.has("formerly")
    ? readFormerly(reader, fields.get("formerly"), fieldOf(place, "formerly"), revision ?? Infinity)
    : [];
  if (
    reader.problems.length > 0 ||
    id === undefined ||
    name === undefined ||
    purpose === undefined ||
    roles === undefined ||
    revision === undefined
  ) {
    return { problems: reader.problems };
  }
  return { preset: { id, name, purpose, roles, revision, formerly }, problems: [] };
}

/**
 * Reads a preset from the value of its attribute.
 *
 * @param id the end of the attribute's name
 */
export function parseCustomPreset(id: string, value: string): ParsedPreset {
  if (value.length > limits.value) {
    const values = { length: value.length, limit: limits.value };
    return { problems: [{ place: "", kind: "tooLong", values }] };
  }
  let document: unknown;
  try {
    document = JSON.parse(value);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : "";
    return { problems: [{ place: "", kind: "notJson", values: { reason } }] };
  }
  return readCustomPreset(document, { id });
}
