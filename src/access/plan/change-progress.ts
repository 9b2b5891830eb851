import { type Grant, type GrantKey, grantKey, hasGrant } from "../model/grant.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { SentStep } from "./outcome.ts";

/** What is known of grants while a change is written, before the server is read back. */
export class ChangeProgress {
  readonly #known = new Map<GrantKey, boolean | undefined>();
  snapshot: Snapshot;
  /** The steps that were sent so far. */
  readonly sent: SentStep[] = [];

  /** @param snapshot what held before the first write */
  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
  }

  /** Notes whether the client has grants after a write; undefined where its answer was lost. */
  note(grants: readonly Grant[], isHeld: boolean | undefined): void {
    for (const grant of grants) this.#known.set(grantKey(grant), isHeld);
  }

  /** Whether the client has a grant, as far as is known. */
  isHeld(grant: Grant): boolean | undefined {
    const key = grantKey(grant);
    return this.#known.has(key) ? this.#known.get(key) : hasGrant(this.snapshot, grant);
  }
}
