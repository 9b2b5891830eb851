import type { ClientSettings, Snapshot } from "./snapshot.ts";

/** A client as it was read. */
export type ClientState =
  | { readonly kind: "clientNotFound" }
  | { readonly kind: "noServiceAccountPossible"; readonly client: ClientSettings }
  | { readonly kind: "ready"; readonly snapshot: Snapshot };
