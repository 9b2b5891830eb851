import type { CustomPreset } from "../../access/custom/custom-preset.ts";
import { customPresetLimits } from "../../access/custom/limits.ts";
import {
  type ParsedPreset,
  parseCustomPreset,
  readCustomPreset,
} from "../../access/custom/parse-custom-preset.ts";
import { itemOf } from "../../access/custom/place.ts";
import type { Problem } from "../../access/custom/problem.ts";
import { storeClientId } from "../../access/custom/store-client-id.ts";
import {
  currentFormat,
  formatAttribute,
  presetIdOfAttribute,
} from "../../access/custom/store-of.ts";
import type { Content, Path, Source } from "../source/source.ts";
import { fieldsOf } from "../wrapped/fields.ts";
import { problemText } from "./problem-text.ts";

/** Something that is wrong in a file. */
export interface FileProblem {
  readonly source: Source;
  readonly path: Path;
  /** What is wrong, with its place in the document. */
  readonly text: string;
}

/** A preset of a file. */
export interface FilePreset {
  readonly preset: CustomPreset;
  readonly source: Source;
  readonly path: Path;
  /** As in `presets[0]`. */
  readonly place: string;
}

/** What a file, or a part of one, holds. */
export interface FilePresets {
  readonly presets: readonly FilePreset[];
  readonly problems: readonly FileProblem[];
}

/** The path of a place such as `presets[0].roles[2].role`. */
function pathOf(place: string): Path {
  return [...place.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, field, item]) =>
    field === undefined ? Number(item) : field,
  );
}

/** A problem of a preset in a file, on the line of the field that it is about. */
export function toFileProblem(
  { source, path }: Pick<FilePreset, "source" | "path">,
  problem: Problem,
): FileProblem {
  const field = problem.kind === "unknownField" ? [problem.values.field] : [];
  return {
    source,
    path: [...path, ...pathOf(problem.place), ...field],
    text: problemText(problem),
  };
}

const alone = (content: Content, text: string): FilePresets => ({
  presets: [],
  problems: [{ source: content.source, path: content.path, text }],
});

/** @param base the path that places are told from */
function presetOf(
  { source, path: base }: Content,
  place: string,
  parsed: ParsedPreset,
): FilePresets {
  const path = [...base, ...pathOf(place)];
  return {
    presets: parsed.preset ? [{ preset: parsed.preset, source, path, place }] : [],
    problems: parsed.problems.map((problem) => toFileProblem({ source, path: base }, problem)),
  };
}

const joined = (all: readonly FilePresets[]): FilePresets => ({
  presets: all.flatMap(({ presets }) => presets),
  problems: all.flatMap(({ problems }) => problems),
});

/** The presets in the attributes of the client that is a realm's store. */
function presetsOfStore(content: Content): FilePresets {
  const { source, path } = content;
  const attributes = fieldsOf(fieldsOf(content.value).get("attributes"));
  if (attributes.get(formatAttribute) !== currentFormat) {
    const told = `its client ${storeClientId} isn't a store of presets`;
    return alone(content, `${told}: the attribute ${formatAttribute} isn't "${currentFormat}"`);
  }
  return joined(
    [...attributes].flatMap(([name, value]): readonly FilePresets[] => {
      const id = presetIdOfAttribute(name);
      if (id === undefined || value === "") return [];
      const at = { source, path: [...path, "attributes", name], value };
      if (typeof value !== "string") {
        return [alone(at, `attributes["${name}"]: a text with the preset as JSON is expected`)];
      }
      const { preset, problems } = parseCustomPreset(id, value);
      const place = `attributes["${name}"]`;
      return [
        {
          presets: preset ? [{ preset, source, path: at.path, place }] : [],
          problems: problems.map((problem) => ({
            ...{ source, path: at.path },
            text: `${place}: ${problemText(problem)}`,
          })),
        },
      ];
    }),
  );
}

/** The presets of `{ "presets": [ … ] }`. */
function presetsOfList(content: Content, fields: ReadonlyMap<string, unknown>): FilePresets {
  const unknown = [...fields.keys()].filter((it) => it !== "presets" && it !== "$schema");
  const report = (problem: Problem) => toFileProblem(content, problem);
  const problems = unknown.map((field) =>
    report({ place: "", kind: "unknownField", values: { field } }),
  );
  const items: unknown = fields.get("presets");
  if (!Array.isArray(items)) {
    const wrong = report({ place: "presets", kind: "wrongType", values: { expected: "list" } });
    return { presets: [], problems: [...problems, wrong] };
  }
  const list: readonly unknown[] = items;
  const { presets: limit } = customPresetLimits;
  if (list.length > limit) {
    const values = { count: list.length, limit };
    return { presets: [], problems: [report({ place: "presets", kind: "tooMany", values })] };
  }
  const read = list.map((item, count) => {
    const place = itemOf("presets", count);
    return presetOf(content, place, readCustomPreset(item, { place }));
  });
  return joined([{ presets: [], problems }, ...read]);
}

/** The schema that an editor is told in the document says nothing about the preset. */
function withoutSchema(value: unknown): unknown {
  const fields = new Map(fieldsOf(value));
  return fields.delete("$schema") ? Object.fromEntries(fields) : value;
}

/** The presets of a document: a list of them, one alone, a store, or a realm with a store. */
export function presetsInContent(content: Content): FilePresets {
  const { value, source, path } = content;
  const fields = fieldsOf(value);
  if (fields.get("clientId") === storeClientId) return presetsOfStore(content);
  if (fields.has("presets")) return presetsOfList(content, fields);
  if (!fields.has("clients") && !fields.has("realm")) {
    return presetOf(content, "", readCustomPreset(withoutSchema(value), {}));
  }
  const clients: unknown = fields.get("clients");
  const stores = (Array.isArray(clients) ? clients : []).flatMap((client: unknown, count) =>
    fieldsOf(client).get("clientId") === storeClientId
      ? [presetsOfStore({ value: client, source, path: [...path, "clients", count] })]
      : [],
  );
  return stores.length === 0
    ? alone(content, `the realm has no client ${storeClientId}`)
    : joined(stores);
}
