/** A call of the Admin API: method and path template. */
export interface CallTemplate {
  readonly method: string;
  /** As {@link shortPath} writes it. */
  readonly path: string;
}

const realmPath = "/admin/realms/{realm}";

/** A path below the realm, without the common prefix; other paths stay unchanged. */
export function shortPath(path: string): string {
  return path.startsWith(`${realmPath}/`) ? path.slice(realmPath.length) : path;
}

/** The full path of a call, from the server's base address on. */
export function wholePath(path: string): string {
  return /^\/(admin|realms)(\/|$)/.test(path) ? path : `${realmPath}${path}`;
}

/**
 * Method and path with nameless parameters, because versions name them differently: `PUT/users/{}`.
 */
export function callKey({ method, path }: CallTemplate): string {
  return `${method}${path.replace(/\{[^}]*\}/g, "{}")}`;
}
