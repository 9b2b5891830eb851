import type { ContractServer } from "./contract-server.ts";

/** Something that Keycloak does and that a writer of role mappings relies on. */
export interface ContractCase {
  /** A sentence. */
  readonly name: string;
  /** The minor since which it does; before, it does otherwise. */
  readonly since?: `26.${number}`;
  /** Set where 26.7, and the Keycloak in memory, do it otherwise. */
  readonly until?: "26.0";
  /** Minors that do it otherwise by a known bug. */
  readonly except?: readonly `26.${number}`[];
  /** @throws AssertionError where the server does otherwise */
  readonly run: (server: ContractServer) => Promise<void>;
}
