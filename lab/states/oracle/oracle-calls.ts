/** What calls ask for in a realm. */
export interface CallTargets {
  /** The realm's path in the Admin API, such as `/admin/realms/demo`. */
  readonly path: string;
  readonly fixtureClientUuid: string;
  readonly fixtureUserId: string;
}

/** A call that each client makes with its own token. */
export interface OracleCall {
  readonly id: string;
  readonly method: string;
  /** The path with the realm's at its beginning. */
  readonly pathIn: (targets: CallTargets) => string;
  /** What is sent; it changes nothing: what is there is written as it is, or what is there is made again. */
  readonly body?: "whatIsThere" | { readonly name: string };
}

const read = (path: string): OracleCall => ({
  id: `GET ${path === "" ? "the realm" : path}`,
  method: "GET",
  pathIn: ({ path: realm, fixtureUserId, fixtureClientUuid }) =>
    realm + path.replace("{user}", fixtureUserId).replace("{client}", fixtureClientUuid),
});

const write = (path: string): OracleCall => ({
  ...read(path),
  id: `PUT ${path}`,
  method: "PUT",
  body: "whatIsThere",
});

/** The calls that are compared: of each part of the Admin API one that reads, and some that write. */
export const oracleCalls: readonly OracleCall[] = [
  ...["", "/users", "/users/count", "/users/{user}", "/users/{user}/role-mappings"].map(read),
  ...["/groups", "/clients", "/clients/{client}", "/clients/{client}/client-secret"].map(read),
  ...["/client-scopes", "/roles", "/events", "/admin-events", "/events/config"].map(read),
  ...["/identity-provider/instances", "/authentication/flows", "/components", "/keys"].map(read),
  ...["/users/{user}", "/clients/{client}", "/events/config"].map(write),
  // The server has a role of this name: who may make roles is told so.
  {
    ...read("/roles"),
    id: "POST /roles",
    method: "POST",
    body: { name: "offline_access" },
  },
];

/** A call by its method and path. */
export const lineOf = ({ method, pathIn }: OracleCall, targets: CallTargets): string =>
  `${method} ${pathIn(targets)}`;
