import { wholePath } from "../../catalog/calls/call-template.ts";
import type { KnownCall } from "../../catalog/measured/measured-matrix.ts";
import { type CallIndex, splitPath } from "./call-index.ts";

/**
 * Keycloak's OpenAPI document names no operations, so generators name them after method and path, in front or
 * behind: `adminRealmsRealmUsersGet`, `getAdminRealmsRealmUsers`, `delete_admin_realms_realm_users_user_id`,
 * and before Keycloak 24 `realmUsersGet`.
 */
const operation =
  /^_*(?:keycloak_?)?(?:(get|post|put|patch|delete)_*)?((?:admin_?realms_?)?(?:realms?|admin_?serverinfo).*?)_*(?:(get|post|put|patch|delete))?(?:_?(?:async|raw|call|with_?(?:http_?)?(?:info|response|response_?spec)).*)?$/i;

const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** What a parameter may be called in a name; versions differ. */
function parameterPattern(segment: string): string {
  const own = segment.slice(1, -1);
  const words = own.split(/[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])/);
  return `(?:${[letters(own), letters(words.at(-1) ?? ""), "id", "name"].filter(Boolean).join("|")})`;
}

function patternOf(path: string): RegExp {
  const segments = splitPath(wholePath(path)).filter((it) => it !== "admin" && it !== "realms");
  const parts = segments.map((it) => (/^\{.*\}$/.test(it) ? parameterPattern(it) : letters(it)));
  return new RegExp(`^${parts.join("")}$`);
}

/** The calls that a name from a generated client or from Keycloak's OpenAPI document stands for. */
export function callsOfOperation(name: string, { calls }: CallIndex): readonly KnownCall[] {
  const [, before, path = "", behind] = operation.exec(name.trim()) ?? [];
  const method = (before ?? behind)?.toUpperCase();
  if (path.length > 200 || !/realm|serverinfo/i.test(path)) return [];
  const flat = letters(path)
    .replace(/^adminrealms/, "")
    .replace(/^admin/, "");
  // "realm" alone, and "realms", are words that people search by.
  if (flat === "realm" && (method === undefined || before?.length === name.trim().length - 6))
    return [];
  return calls
    .map(({ call }) => call)
    .filter((call) => method === undefined || call.method === method)
    .filter((call) => patternOf(call.path).test(flat));
}
