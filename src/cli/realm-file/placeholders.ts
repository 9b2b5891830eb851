/**
 * Placeholders: `${NAME}`, `${env.NAME}` and `${NAME:value}` of the server, `$(env:NAME)`, `$(NAME)` and
 * `$(NAME:-value)` of keycloak-config-cli.
 *
 * @see [Importing realms](https://www.keycloak.org/server/importExport#_using_environment_variables_within_the_realm_configuration_files)
 * @see [Variable substitution](https://github.com/adorsys/keycloak-config-cli#variable-substitution)
 */
const placeholder =
  /\$\{(?:env\.)?([^{}:]+)(?::([^{}]*))?\}|\$\((?:env:)?([^():]+)(?::-([^()]*))?\)/g;

/** A placeholder, also one that isn't closed. */
const begun = /\$\{[^}]*\}?|\$\([^)]*\)?/;

/** What of a text is, or begins as, a placeholder; undefined where nothing is. */
export function placeholderIn(text: string): string | undefined {
  return begun.exec(text)?.[0];
}

/** Whether a text may become another one, whatever its placeholders stand for. */
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
 * Replaces placeholders, as the server and keycloak-config-cli do it before they read a file. Those without a
 * value stay.
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
