import type { ClientSettings, Snapshot } from "./snapshot.ts";

/** The state of a client. */
export type ClientState =
  | { readonly kind: "clientNotFound" }
  | { readonly kind: "noServiceAccountPossible"; readonly client: ClientSettings }
  | { readonly kind: "ready"; readonly snapshot: Snapshot };
