/** A server, and the client that signs in to it with its own secret. */
export interface ServerLogin {
  /** Base address of the server, relative path included. */
  readonly server: string;
  /** The realm of the client. */
  readonly loginRealm: string;
  readonly clientId: string;
  readonly clientSecret: string;
}
