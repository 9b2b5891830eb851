/** A call of the Admin API: method and path template. */
export interface CallTemplate {
  readonly method: string;
  /** As {@link shortPath} writes it. */
  readonly path: string;
}

const realmPath = "/admin/realms/{realm}";

/** A path below the realm's own without what all of these have in common; others stay as they are. */
export function shortPath(path: string): string {
  return path.startsWith(`${realmPath}/`) ? path.slice(realmPath.length) : path;
}

/** The whole path of a call, from the server's base address on. */
export function wholePath(path: string): string {
  return /^\/(admin|realms)(\/|$)/.test(path) ? path : `${realmPath}${path}`;
}

/** Method and path with nameless parameters, since versions name them differently: `PUT/users/{}`. */
export function callKey({ method, path }: CallTemplate): string {
  return `${method}${path.replace(/\{[^}]*\}/g, "{}")}`;
}
