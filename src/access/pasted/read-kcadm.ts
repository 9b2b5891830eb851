import type { Mention } from "./mention.ts";

/** Keycloak's own command line tool names the methods differently. */
const methodOf = new Map([
  ["create", "POST"],
  ["get", "GET"],
  ["update", "PUT"],
  ["delete", "DELETE"],
]);

/** Options of these commands that have no value. */
const flags = new Set(
  `-i --id -o --output -c --compressed -m --merge -n --no-merge -x -t --temporary -H --print-headers --help
  --noquotes --effective --available --all --no-config --insecure`.split(/\s+/),
);

/** The options by name, and the first word that is none. */
function readOptions(words: readonly string[]) {
  const options = new Set<string>();
  let resource: string | undefined;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (!word.startsWith("-")) resource ??= word;
    else {
      options.add(word.replace(/=.*/s, ""));
      if (!flags.has(word) && !word.includes("=")) index += 1;
    }
  }
  return { options, resource };
}

const call = (method: string, address: string): Mention => ({ method, address });

/** What the role commands look names up with. */
function lookUps(has: (...names: readonly string[]) => boolean): readonly Mention[] {
  return [
    ...(has("uusername") ? [call("GET", "/users")] : []),
    ...(has("gname", "gpath") ? [call("GET", "/groups")] : []),
    ...(has("cclientid") ? [call("GET", "/clients")] : []),
  ];
}

/** `add-roles`, `remove-roles` and `get-roles`: of a user, a group, a composite role, a client or the realm. */
function roleCalls(method: string, options: ReadonlySet<string>): readonly Mention[] {
  const has = (...names: readonly string[]) => names.some((name) => options.has(`--${name}`));
  const ofClient = has("cid", "cclientid");
  const list = ofClient ? "/clients/{id}/roles" : "/roles";
  const kind = has("effective") ? "/composite" : has("available") ? "/available" : "";
  const isRead = method === "GET";
  const [holder] = [
    ...(has("uusername", "uid") ? ["/users/{id}"] : []),
    ...(has("gname", "gpath", "gid") ? ["/groups/{id}"] : []),
  ];
  if (holder !== undefined) {
    const all = isRead && has("all");
    const mappings = `${holder}/role-mappings${all ? "" : ofClient ? "/clients/{id}" : "/realm"}`;
    return [
      ...lookUps(has),
      ...(isRead ? [call("GET", mappings + kind)] : [call("GET", list), call(method, mappings)]),
    ];
  }
  const composite = has("rname") ? "/roles/{role-name}" : "/roles-by-id/{role-id}";
  if (has("rname", "rid")) {
    const part = has("all") ? "" : ofClient ? "/clients/{id}" : "/realm";
    return [
      ...lookUps(has),
      ...(isRead
        ? [call("GET", `${composite}/composites${part}`)]
        : [
            ...(has("rname") ? [call("GET", "/roles")] : []),
            call("GET", list),
            call(method, "/roles-by-id/{role-id}/composites"),
          ]),
    ];
  }
  return isRead
    ? [...lookUps(has), call("GET", has("rolename") ? `${list}/{role-name}` : list)]
    : [];
}

/**
 * Reads the words after `kcadm.sh`: the calls that it makes, those with which it looks names up included.
 *
 * @see [Keycloak's Admin CLI](https://github.com/keycloak/keycloak/tree/main/integration/client-cli/admin-cli/src/main/java/org/keycloak/client/admin/cli/commands)
 */
export function readKcadm(words: readonly string[]): readonly Mention[] {
  const [command = "", ...rest] = words;
  const { options, resource } = readOptions(rest);
  if (command === "add-roles") return roleCalls("POST", options);
  if (command === "remove-roles") return roleCalls("DELETE", options);
  if (command === "get-roles") return roleCalls("GET", options);
  if (command === "set-password") {
    const lookedUp = options.has("--username") ? [call("GET", "/users")] : [];
    return [...lookedUp, call("PUT", "/users/{id}/reset-password")];
  }
  const method = methodOf.get(command);
  if (method === undefined || resource === undefined) return [];
  const isOfServer = /^\/?(realms|serverinfo)(\/|$)/.test(resource);
  const address = isOfServer ? resource.replace(/^\/?/, "/admin/") : resource;
  const has = (...names: readonly string[]) => names.some((name) => options.has(name));
  const isMerged =
    has("-m", "--merge") || (has("-s", "--set") && !has("-f", "--file", "-n", "--no-merge"));
  // What is set is merged into what is there, so that is read first.
  return [...(method === "PUT" && isMerged ? [call("GET", address)] : []), call(method, address)];
}
