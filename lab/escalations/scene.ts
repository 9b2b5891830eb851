import type { Lab } from "../measure/lab.ts";
import type { Caller } from "./caller.ts";

/** A role or a group, as far as mapping it needs. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Whoever has a secret: a user or a confidential client. */
export interface Account extends Named {
  readonly secret: string;
}

/**
 * A realm that is attacked. The attacker knows names and ids, which stand in addresses, tokens and
 * logs, but no secret except its own.
 */
export interface Scene {
  readonly baseUrl: string;
  readonly realm: string;
  readonly realmId: string;
  /** The administrator of the server, who prepares the attack's target and looks at the harm. */
  readonly lab: Lab;
  /** A confidential client whose service account holds the attempt's roles alone. */
  readonly attacker: Account & { readonly userId: string; readonly caller: Caller };
  /** A user who is realm-admin. */
  readonly chief: Account;
  /** A user without any admin role, on the attacker's side: the attacker knows the password. */
  readonly accomplice: Account;
  /** A confidential client whose service account is realm-admin. */
  readonly robot: Account & { readonly userId: string };
  /** A group that carries realm-admin. */
  readonly board: Named;
  /** A realm role that holds realm-admin. */
  readonly boss: Named;
  /** realm-admin itself. */
  readonly realmAdmin: Named;
  /** What the server has shown so far. */
  readonly shown: Set<"realmAdmin">;
  /** The UUID of the client that has the admin roles. */
  readonly managementId: string;
}
