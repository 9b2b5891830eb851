import type { EscalationHarm } from "../../src/catalog/roles/escalation.ts";
import type { EscalationKey } from "../../src/texts/message-gaps.d.ts";
import type { Scene } from "./scene.ts";

type EscalationId = EscalationKey extends `escalation.${infer Id}` ? Id : never;

/** One way in which admin roles could be stretched, to be tried to its end. */
export interface Attempt {
  /** Permanent, in kebab-case; its text is the message `escalation.<id>`. */
  readonly id: EscalationId;
  /** The admin roles that the attacker holds, and no others. */
  readonly roles: readonly string[];
  /** What a success shows; `run-attempt.ts` checks that realm admin was proven. */
  readonly harm: EscalationHarm;
  /** What the realm has beside what every scene has, as a realm is imported. */
  readonly realm?: Readonly<Record<string, unknown>>;
  /**
   * Resolves when the harm is done, as the server itself shows; throws a Refusal when the server
   * refuses, Inapplicable when it lacks what this is about. Any other error tells nothing.
   */
  readonly attack: (scene: Scene) => Promise<void>;
}
