/**
 * What an address tells of the Admin API: the path of a call, relative to the realm in the sense of
 * `shortPath`; or why it is none. "outsideAdminApi" is an address of Keycloak that no admin role
 * opens, such as the one that hands out tokens; "otherProduct" is none of Keycloak at all.
 */
export type Address =
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "foreign"; readonly reason: ForeignReason };

export type ForeignReason = "otherProduct" | "outsideAdminApi";

/** What stands for a value in scripts, documentation and code: $ID, ${ID}, {id}, {{id}}, <id>, :id, *, … or %s. */
const placeholder =
  /^(\$\w+|\$\{.*\}|\{.*\}|<.*>|\$\(.*\)|:[a-z_][\w-]*|\*+|\.{3,}|…|%[sdv]|%\w+%)$/i;

/** Escapes that are not UTF-8 stay as they are: Keycloak refuses them, but the call is clear all the same. */
function decode(segment: string): string {
  const decoded = segment.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
  return decoded.replaceAll("/", "%2F");
}

/** A segment as it is compared: a placeholder becomes a template's `{name}`. */
function readSegment(segment: string): string {
  const decoded = placeholder.test(segment) ? segment : decode(segment);
  return placeholder.test(decoded) ? `{${decoded.replace(/[^\w.-]|\.{2,}/g, "")}}` : decoded;
}

/** The segments of a path; `.` and `..` are resolved as curl and browsers do before they ask. */
function segmentsOf(path: string): readonly string[] {
  const segments: string[] = [];
  for (const segment of path.split("/").map(readSegment)) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments;
}

/** The path of an address, and whether it begins with a host that is written out. */
function splitAddress(address: string): { readonly path: string; readonly hasHost: boolean } {
  // As the URL standard has it: https://url.spec.whatwg.org/#concept-basic-url-parser
  const [plain = ""] = address.replace(/[\t\n\r]/g, "").split(/[?#]/, 1);
  const afterScheme = plain.replace(/^[a-z][a-z\d+.-]*:\/\//i, "");
  if (afterScheme !== plain) return { path: afterScheme.replace(/^[^/]*/, ""), hasHost: true };
  const [first = ""] = plain.split("/", 1);
  if (placeholder.test(first)) return { path: plain.slice(first.length), hasHost: false };
  const isHost = /[^.][.:]|^:\d|^localhost$/i.test(first);
  return { path: isHost ? plain.slice(first.length) : plain, hasHost: isHost };
}

const join = (...segments: readonly string[]) => `/${segments.join("/")}`;

/** The path below the realm, wherever the server's own relative path ends. */
function pathInRealm(segments: readonly string[]): string | undefined {
  const start = segments.findIndex(
    (segment, index) => segment === "admin" && segments[index + 1] === "realms",
  );
  if (start < 0) return undefined;
  const [realm, ...rest] = segments.slice(start + 2);
  if (realm === undefined) return "/admin/realms";
  return rest.length === 0 ? "/admin/realms/{realm}" : join(...rest);
}

/** What admin roles open beside the Admin API; all but the first is of Phase Two's extension. */
const besideAdminApi = new Set(["clients-registrations", "orgs"]);
/** The same of a user; what else that extension has below `users` is the signed-in user's own. */
const besideOfUser = new Set(["invitations", "orgs"]);

function isBeside([first = "", , ofUser = ""]: readonly string[]): boolean {
  return besideAdminApi.has(first) || (first === "users" && besideOfUser.has(ofUser));
}

function pathBeside(segments: readonly string[]): string | undefined {
  const start = segments.findIndex(
    (segment, index) => segment === "realms" && isBeside(segments.slice(index + 2, index + 5)),
  );
  return start < 0 ? undefined : join("realms", "{realm}", ...segments.slice(start + 2));
}

/** Without a host, "admin" further behind may be a role's name: `/roles/admin/composites`. */
function pathOfServer(segments: readonly string[], hasHost: boolean): string | undefined {
  const start = segments.findIndex(
    (segment, index) =>
      segment === "admin" &&
      (hasHost ||
        index === 0 ||
        segments[index + 1] === "serverinfo" ||
        segments[index + 2] === "console"),
  );
  return start < 0 ? undefined : join(...segments.slice(start));
}

const isOutside = (segments: readonly string[], hasHost: boolean) =>
  segments[0] === "realms" ||
  (hasHost && segments.includes("realms")) ||
  segments.some((segment, index) => segment === "realms" && segments[index + 2] === "protocol");

/**
 * Reads an address as it stands in scripts, logs and documentation, whole or from some point on.
 *
 * @returns undefined when it has no path.
 */
export function readAddress(address: string): Address | undefined {
  const { path, hasHost } = splitAddress(address);
  const segments = segmentsOf(path);
  const known = pathInRealm(segments) ?? pathBeside(segments);
  if (known !== undefined) return { kind: "path", path: known };
  if (isOutside(segments, hasHost)) return { kind: "foreign", reason: "outsideAdminApi" };
  const server = pathOfServer(segments, hasHost);
  if (server !== undefined) return { kind: "path", path: server };
  if (hasHost) return { kind: "foreign", reason: "otherProduct" };
  // Older documentation writes `/{realm}/users`.
  const [first = "", ...rest] = segments;
  const short = /^\{.*realm.*\}$/i.test(first) && rest.length > 0 ? rest : segments;
  return short.length === 0 ? undefined : { kind: "path", path: join(...short) };
}
