import { z } from "zod";

/** A list. Old exports write `null` for an empty one, and the server reads it as such. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

/**
 * An object whose keys are names, as a Map: a name may be that of something that every object has, such as
 * `__proto__`. `null` is an empty one.
 */
export const dictionary = <Value extends z.ZodType>(value: Value) =>
  z.preprocess(
    (content) => {
      if (content === null || content === undefined) return new Map();
      const isObject = typeof content === "object" && !Array.isArray(content);
      return isObject ? new Map(Object.entries(content)) : content;
    },
    z.map(z.string(), value),
  );
