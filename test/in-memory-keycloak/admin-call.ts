import type { Power } from "./power.ts";
import type { RealmState } from "./realm-state.ts";

/** A call of the Admin API that has come as far as its realm, by a caller who is known. */
export interface AdminCall {
  readonly realm: RealmState;
  readonly power: Power;
  /** What stands in the path where the call's pattern has a `*`, in this order. */
  readonly parameters: readonly [string, string];
  readonly query: URLSearchParams;
  readonly body: string;
  readonly newId: () => string;
}

/** Something was made: a 201, whose address ends with the id. */
export class Created {
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

/** Answers a call: the body of a 200, `undefined` for a 204, or {@link Created}. */
export type AnswerCall = (call: AdminCall) => unknown;

/** Calls by their method and path below the realm, with `*` for what varies. */
export type AdminCalls = readonly (readonly [pattern: string, answer: AnswerCall])[];
