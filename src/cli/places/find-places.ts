import type { ParsedExport } from "../realm-file/parse-realm-exports.ts";
import type { ExportedClient } from "../realm-file/realm-export.ts";
import type { Content, Path, Source } from "../source/source.ts";
import { fieldsOf } from "../wrapped/fields.ts";
import type { Cause } from "./cause.ts";
import type { Place } from "./place.ts";

/** A parsed object and its path in the source. */
interface Origin {
  readonly content: Content;
  readonly path: Path;
}

/** The parsed items of lists, in order, with the path of each item. */
function* itemsOf<Item>(
  parsed: readonly Item[],
  from: unknown,
  ...fields: readonly string[]
): Generator<[Item, Path]> {
  const counted = fields.map((field) => ({ field, items: fieldsOf(from).get(field) }));
  const paths = counted.flatMap(({ field, items }) =>
    Array.isArray(items) ? items.map((_, place): Path => [field, place]) : [],
  );
  for (const [place, path] of paths.entries()) {
    const item = parsed[place];
    if (item !== undefined) yield [item, path];
  }
}

/** All objects in a part of a realm that can be the cause of a finding. */
function* originsIn({ exported, content }: ParsedExport): Generator<[object, Origin]> {
  const { value } = content;
  for (const [user, path] of itemsOf(exported.users, value, "users")) {
    yield [user, { content, path }];
  }
  for (const [client, path] of itemsOf(
    exported.clients,
    value,
    ...["clients", "applications", "oauthClients"],
  )) {
    yield [client, { content, path }];
    for (const [place, policy] of client.authorizationSettings?.policies.entries() ?? []) {
      const within = ["authorizationSettings", "policies", place];
      yield [policy, { content, path: [...path, ...within] }];
    }
    yield* mappersIn(client, content, path);
  }
  const { permissionsClient } = exported;
  if (permissionsClient) yield* mappersIn(permissionsClient, content, ["adminPermissionsClient"]);
  const scopes = itemsOf(exported.clientScopes, value, "clientScopes", "clientTemplates");
  for (const [scope, path] of scopes) yield* mappersIn(scope, content, path);
}

/** The mappers of a client or a client scope, and the object itself for its list of mappers. */
function* mappersIn(
  { protocolMappers }: Pick<ExportedClient, "protocolMappers">,
  content: Content,
  path: Path,
): Generator<[object, Origin]> {
  yield [protocolMappers, { content, path }];
  for (const [place, mapper] of protocolMappers.entries()) {
    yield [mapper, { content, path: [...path, "protocolMappers", place] }];
  }
}

/** The name of a field in old exports, read only if the current one is missing. */
const oldNames = new Map<string | number, string>([["clientRoles", "applicationRoles"]]);

const valueAt = (value: unknown, path: Path) =>
  path.reduce(
    (found, step) => (Array.isArray(found) ? found[Number(step)] : fieldsOf(found).get(`${step}`)),
    value,
  );

/** The path of a part of an object, with the field name used in the file. */
function pathOf({ content, path }: Origin, [field, ...rest]: Path): Path {
  const at = [...content.path, ...path];
  if (field === undefined) return at;
  const old = oldNames.get(field);
  const isOld = old !== undefined && (valueAt(content.value, [...path, field]) ?? null) === null;
  return [...at, isOld ? old : field, ...rest];
}

/**
 * Finds the places of causes in their files. Lines are determined for a whole file at once, and
 * only if there are findings, because files may be large.
 *
 * @returns the place of each cause; undefined if no file contains it
 */
export function findPlaces(
  parts: readonly ParsedExport[],
  causes: readonly (Cause | undefined)[],
): readonly (Place | undefined)[] {
  if (causes.length === 0) return [];
  const origins = new Map(parts.flatMap((part) => [...originsIn(part)]));
  const wanted = new Map<Source, { readonly number: number; readonly path: Path }[]>();
  causes.forEach((cause, number) => {
    const origin = cause && origins.get(cause.of);
    if (cause === undefined || origin === undefined) return;
    const ofSource = wanted.get(origin.content.source) ?? [];
    ofSource.push({ number, path: pathOf(origin, cause.within) });
    wanted.set(origin.content.source, ofSource);
  });
  const places = new Map<number, Place>();
  for (const [source, asked] of wanted) {
    const lines = source.linesOf(asked.map(({ path }) => path));
    for (const [place, line] of lines.entries()) {
      const { number = -1, path = [] } = asked[place] ?? {};
      places.set(number, { file: source.file, line, part: source.nameOf?.(path) });
    }
  }
  return causes.map((_, number) => places.get(number));
}
