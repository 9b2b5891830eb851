import type { Permission, PolicyScope, PowerKind } from "../../access/policy/policy.ts";
import { findPreset } from "../arguments/find-preset.ts";
import { CliError } from "../cli-error.ts";
import { powerKinds } from "../realm-file/powers-beside-roles.ts";

/** A rule of the command line, with its original text. */
export interface TypedRule extends Permission {
  readonly typed: string;
}

const anything = "*";

/**
 * The clients of a typed rule: all, one in every realm, or one in one realm. Client IDs can contain
 * any character, so the last `=` ends them. The part before the first slash is the realm, because
 * names of realms can't contain slashes: a client ID with a slash needs its realm or `*`.
 *
 * @throws CliError on an empty name, for example from a variable that isn't set
 * @see [ReservedCharValidator](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/utils/ReservedCharValidator.java)
 */
function scopeOf(text: string): PolicyScope {
  const end = text.lastIndexOf("=");
  if (end === -1) return { everyRealm: true, everyClient: true };
  const whom = text.slice(0, end);
  const slash = whom.indexOf("/");
  const [realm, client] =
    slash === -1 ? [anything, whom] : [whom.slice(0, slash), whom.slice(slash + 1)];
  if (realm === "" || client === "") {
    throw new CliError(
      `"${text}" has an empty name before "=". Write client=…, realm/client=… or realm/*=….`,
    );
  }
  return {
    ...(realm === anything ? { everyRealm: true as const } : { realm }),
    ...(client === anything ? { everyClient: true as const } : { client }),
  };
}

const namesIn = (text: string) =>
  text
    .slice(text.lastIndexOf("=") + 1)
    .split(",")
    .map((name) => name.trim());

const ruleOf = (option: string, text: string) => ({
  ...scopeOf(text),
  administersEveryRealm: true as const,
  typed: `${option} ${text}`,
  reason: option,
});

/**
 * Parses an allowance: `user-lookup,event-reader` for every client, `billing=user-lookup` for a
 * client in any realm, `demo/billing=user-lookup` for a client in one realm, `demo/*=…` for all
 * clients of a realm, and `none` instead of presets.
 *
 * @throws CliError on an unknown preset or an empty name
 */
export function parseAllowance(text: string): TypedRule {
  const presets = namesIn(text)
    .filter((id) => id !== "" && id !== "none")
    .map((id) => findPreset(id, "native").id);
  return { ...ruleOf("--allow", text), presets };
}

function kindOf(text: string): PowerKind {
  const kind = powerKinds.find((it) => it === text);
  if (kind === undefined) {
    throw new CliError(`${text} can't be accepted. Possible values: ${powerKinds.join(", ")}.`);
  }
  return kind;
}

/**
 * Parses an acceptance, with clients as in an allowance: `act-as-user` for every client,
 * `billing=act-as-user,permissions` for one.
 *
 * @throws CliError on an unknown kind, with the possible ones, and on an empty name
 */
export function parseAcceptance(text: string): TypedRule {
  return { ...ruleOf("--accept", text), accept: namesIn(text).map(kindOf) };
}

/** A client that was found. */
interface KnownClient {
  readonly realm: string;
  readonly clientId: string;
}

/** @throws CliError if typed rules name realms or clients that don't exist */
export function refuseUnknownNames(
  rules: readonly TypedRule[],
  clients: readonly KnownClient[],
  realms: readonly string[],
): void {
  const problems = rules.flatMap(({ realm, client, typed }) => {
    if (realm !== undefined && !realms.includes(realm)) {
      return [
        `${typed}: there is no realm "${realm}". Write a client ID with a slash as realm/client or */client.`,
      ];
    }
    const isThere = clients.some(
      (it) =>
        (realm === undefined || it.realm === realm) &&
        (client === undefined || it.clientId === client),
    );
    if (isThere || client === undefined) return [];
    const where = realm === undefined ? "" : ` in realm "${realm}"`;
    return [`${typed}: there is no client "${client}"${where}.`];
  });
  if (problems.length > 0) throw new CliError(...problems);
}
