import type { ParsedExport } from "../realm-file/parse-realm-exports.ts";
import type { Content, Path, Source } from "../source/source.ts";
import { fieldsOf } from "../wrapped/fields.ts";
import type { Cause } from "./cause.ts";

/** A line of a file. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Something that was parsed, and where it was read from. */
interface Origin {
  readonly content: Content;
  readonly path: Path;
}

/** The items of lists of a realm, in the order in which they are parsed into one list. */
const itemsIn = (value: unknown, ...fields: readonly string[]): readonly Path[] =>
  fields.flatMap((field) => {
    const items = fieldsOf(value).get(field);
    return Array.isArray(items) ? items.map((_, place) => [field, place]) : [];
  });

/** Everything of a part of a realm that can be the cause of a finding. */
function* originsIn({ exported, content }: ParsedExport): Generator<[object, Origin]> {
  const { value } = content;
  const users = itemsIn(value, "users");
  for (const [place, of] of exported.users.entries()) {
    yield [of, { content, path: users[place] ?? [] }];
  }
  const clients = itemsIn(value, "clients", "applications", "oauthClients");
  const scopes = itemsIn(value, "clientScopes", "clientTemplates");
  const withMappers = [
    ...exported.clients.map((of, place) => ({ of, path: clients[place] ?? [] })),
    ...exported.clientScopes.map((of, place) => ({ of, path: scopes[place] ?? [] })),
  ];
  for (const { of, path } of withMappers) {
    yield [of, { content, path }];
    for (const [place, mapper] of of.protocolMappers.entries()) {
      yield [mapper, { content, path: [...path, "protocolMappers", place] }];
    }
  }
  for (const [at, { authorizationSettings }] of exported.clients.entries()) {
    for (const [place, policy] of authorizationSettings?.policies.entries() ?? []) {
      const within = ["authorizationSettings", "policies", place];
      yield [policy, { content, path: [...(clients[at] ?? []), ...within] }];
    }
  }
}

/** What old exports call a field; it is read only where the other one is missing. */
const oldNames = new Map([["clientRoles", "applicationRoles"]]);

function valueAt(value: unknown, path: Path): unknown {
  let found = value;
  for (const step of path) {
    found = Array.isArray(found) ? found[Number(step)] : fieldsOf(found).get(String(step));
  }
  return found;
}

/** The path of a part of something, by the name that its field has in the file. */
function pathOf({ content, path }: Origin, [field, ...rest]: Path): Path {
  if (field === undefined) return [...content.path, ...path];
  const value = fieldsOf(valueAt(content.value, path)).get(String(field)) ?? undefined;
  const written = value === undefined ? (oldNames.get(String(field)) ?? field) : field;
  return [...content.path, ...path, written, ...rest];
}

/**
 * Finds where in their files the causes of findings stand. The lines of a file are looked for all at once, and
 * only where there are findings: a file may be large.
 *
 * @returns for each cause its place; undefined where no file has it
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
  const places = causes.map((): Place | undefined => undefined);
  for (const [source, asked] of wanted) {
    const lines = source.linesOf(asked.map(({ path }) => path));
    asked.forEach(({ number }, place) => {
      places[number] = { file: source.file, line: lines[place] ?? 1 };
    });
  }
  return places;
}
