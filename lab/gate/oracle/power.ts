/** What the account of a client turned out to hold. */
export interface AccountPower {
  readonly clientId: string;
  readonly userId: string;
  /** Whether the user is enabled. */
  readonly isEnabled: boolean;
  /** Names of the admin roles that the server says are in effect, sorted. */
  readonly roles: readonly string[];
}

/** What a client turned out to be able to do with its own token. */
export interface ClientPower {
  readonly clientId: string;
  /** Whether the server gave it a token. */
  readonly isSignedIn: boolean;
  /** Whether the token names another user than the client's account. */
  readonly isOtherUser: boolean;
  /** Admin roles that the token lists, sorted. */
  readonly inToken: readonly string[];
  /** The calls of the Admin API that were answered. */
  readonly calls: readonly string[];
}

/** What a server made of a document. */
export type Power =
  /** It refused the import; a text says why. */
  | { readonly kind: "refused"; readonly because: string }
  | {
      readonly kind: "imported";
      readonly accounts: readonly AccountPower[];
      readonly clients: readonly ClientPower[];
    };
