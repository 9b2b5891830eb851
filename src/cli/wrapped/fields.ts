/** The fields of an object that was read, by name; none of what is no object. */
export function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return new Map(isObject ? Object.entries(value) : []);
}

/** Whether an object that was read has a realm's name. */
export function isRealm(value: unknown): boolean {
  return fieldsOf(value).has("realm");
}
