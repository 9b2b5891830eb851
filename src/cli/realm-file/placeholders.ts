/**
 * Placeholders: `${NAME}`, `${env.NAME}` and `${NAME:value}` of the server, `$(env:NAME)`, `$(NAME)` and
 * `$(NAME:-value)` of keycloak-config-cli.
 *
 * @see [Importing realms](https://www.keycloak.org/server/importExport#_using_environment_variables_within_the_realm_configuration_files)
 * @see [Variable substitution](https://github.com/adorsys/keycloak-config-cli#variable-substitution)
 */
const placeholder =
  /\$\{(?:env\.)?([^{}:]+)(?::([^{}]*))?\}|\$\((?:env:)?([^():]+)(?::-([^()]*))?\)/g;

/** A placeholder, closed or not. */
const begun = /\$\{[^}]*\}?|\$\([^)]*\)?/;

/** The first placeholder in a text, or its start; undefined if there is none. */
export function placeholderIn(text: string): string | undefined {
  return begun.exec(text)?.[0];
}

/** Whether a text can become another one by replacing its placeholders. */
export function mayBecome(text: string, other: string): boolean {
  const [first = "", ...rest] = text.split(begun);
  const last = rest.pop();
  if (last === undefined) return text === other;
  let position = first.length;
  for (const part of rest) {
    const found = other.indexOf(part, position);
    if (found === -1) return false;
    position = found + part.length;
  }
  return other.startsWith(first) && other.endsWith(last) && position + last.length <= other.length;
}

/**
 * Replaces placeholders, as the server and keycloak-config-cli do before they read a file.
 * Placeholders without a value stay.
 *
 * @param values values by name
 */
export function replacePlaceholders(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(placeholder, (whole, name, otherwise, name2, otherwise2) => {
    return values.get(name ?? name2) ?? otherwise ?? otherwise2 ?? whole;
  });
}

/** Reads lines of `NAME=value`, with or without `export` and quotes; `#` begins a comment. */
export function parseEnvironment(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(/\r?\n/).flatMap((line): [string, string][] => {
      const [, name, value = ""] = /^\s*(?:export\s+)?([\w.-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
      if (name === undefined) return [];
      const [, inQuotes] =
        /^(?:"(.*)"|'(.*)')$/.exec(value)?.filter((it) => it !== undefined) ?? [];
      return [[name, inQuotes ?? value]];
    }),
  );
}
