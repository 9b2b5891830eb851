import { z } from "zod";
import { placeholderIn } from "./placeholders.ts";

/** A list. Old exports write `null` for an empty list, and the server accepts it. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

/**
 * An object whose keys are names, as a Map, because a name can be that of a built-in property such
 * as `__proto__`. `null` is an empty object.
 */
export const dictionary = <Value extends z.ZodType>(value: Value) =>
  z.preprocess(
    (content) => {
      if (content === null || content === undefined) return new Map();
      const isObject = typeof content === "object" && !Array.isArray(content);
      return isObject ? new Map(Object.entries(content)) : content;
    },
    z.map(decidingText, value),
  );

/**
 * A text that affects access. A placeholder in it is rejected, because its value could be anything.
 */
export const decidingText = z.string().superRefine((text, context) => {
  const placeholder = placeholderIn(text);
  if (placeholder === undefined) return;
  context.addIssue({
    code: "custom",
    message: `${placeholder} matters here. Give its value with --env-file.`,
  });
});

/** The server removes space and control characters at both ends, as Java's `trim` does. */
function trimmed(name: string): string {
  let from = 0;
  let to = name.length;
  while (from < to && name.charCodeAt(from) <= 32) from += 1;
  while (from < to && name.charCodeAt(to - 1) <= 32) to -= 1;
  return name.slice(from, to);
}

/** The name of an assigned role. */
export const assignedName = decidingText.transform(trimmed);

const quoted = new Map([
  ["true", true],
  ["false", false],
]);

/**
 * A flag; the server also accepts it in quotes. @param otherwise the value if it is missing or
 * `null`
 */
export const flag = (otherwise: boolean) =>
  z.preprocess(
    (value) =>
      typeof value === "string" ? (quoted.get(value.trim().toLowerCase()) ?? value) : value,
    z
      .boolean()
      .nullish()
      .transform((value) => value ?? otherwise),
  );
