import { customPresetLimits, lengthOf } from "./limits.ts";
import { fieldOf } from "./place.ts";
import type { Problem, ProblemKind } from "./problem.ts";

type ValuesOf<Kind extends ProblemKind> = Extract<Problem, { kind: Kind }>["values"];

/** Reads parts of a document and remembers every problem. A part that is wrong is undefined. */
export interface DocumentReader {
  readonly problems: readonly Problem[];
  readonly report: <Kind extends ProblemKind>(
    place: string,
    kind: Kind,
    values: ValuesOf<Kind>,
  ) => undefined;
  /** The fields of an object, of which it may have only these. `__proto__` is one like any other. */
  readonly fields: (
    value: unknown,
    place: string,
    known: readonly string[],
  ) => ReadonlyMap<string, unknown> | undefined;
  /** A text of at most so many characters. */
  readonly text: (
    value: unknown,
    place: string,
    limits: { readonly most: number; readonly mayBeEmpty?: boolean },
  ) => string | undefined;
  readonly list: (value: unknown, place: string, most: number) => readonly unknown[] | undefined;
  /** A revision: a whole number from 1. */
  readonly revision: (value: unknown, place: string) => number | undefined;
}

/** Creates a reader for one document. */
export function createDocumentReader(): DocumentReader {
  const problems: Problem[] = [];
  const report: DocumentReader["report"] = (place, kind, values) => {
    problems.push({ place, kind, values } as Problem);
    return undefined;
  };
  return {
    problems,
    report,
    fields: (value, place, known) => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        return report(place, "wrongType", { expected: "object" });
      }
      const fields = new Map<string, unknown>(Object.entries(value));
      for (const field of fields.keys()) {
        if (!known.includes(field)) report(place, "unknownField", { field });
      }
      return fields;
    },
    text: (value, place, { most, mayBeEmpty = false }) => {
      if (typeof value !== "string") return report(place, "wrongType", { expected: "text" });
      if (value === "" && !mayBeEmpty) return report(place, "empty", {});
      const length = lengthOf(value);
      return length > most ? report(place, "tooLong", { length, limit: most }) : value;
    },
    list: (value, place, most) => {
      if (!Array.isArray(value)) return report(place, "wrongType", { expected: "list" });
      const items: readonly unknown[] = value;
      const count = items.length;
      return count > most ? report(place, "tooMany", { count, limit: most }) : items;
    },
    revision: (value, place) =>
      typeof value === "number" &&
      Number.isInteger(value) &&
      value >= 1 &&
      value <= customPresetLimits.revision
        ? value
        : report(place, "notARevision", {}),
  };
}

/** A field that must be there. */
export function requiredField<Value>(
  { report }: DocumentReader,
  fields: ReadonlyMap<string, unknown>,
  place: string,
  field: string,
  read: (value: unknown, place: string) => Value | undefined,
): Value | undefined {
  return fields.has(field)
    ? read(fields.get(field), fieldOf(place, field))
    : report(place, "missingField", { field });
}
