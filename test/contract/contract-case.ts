import type { ContractServer } from "./contract-server.ts";

/** Something that Keycloak does and that a writer of role mappings relies on. */
export interface ContractCase {
  /** A sentence. */
  readonly name: string;
  /** Set where older servers do it otherwise. */
  readonly since?: "26.7";
  /** @throws AssertionError where the server does otherwise */
  readonly run: (server: ContractServer) => Promise<void>;
}
