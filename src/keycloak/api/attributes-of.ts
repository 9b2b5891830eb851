/**
 * The attributes of a client that have a value. Keycloak stores them as texts; an empty one means a removed value.
 *
 * @param fields the fields of a client
 */
export function attributesOf(fields: ReadonlyMap<string, unknown>): ReadonlyMap<string, string> {
  const all: [string, unknown][] = Object.entries(fields.get("attributes") ?? {});
  return new Map(
    all.flatMap(([name, value]) =>
      typeof value === "string" && value !== "" ? [[name, value] as const] : [],
    ),
  );
}
