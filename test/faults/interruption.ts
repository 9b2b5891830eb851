import type { NamedFault } from "./fault.ts";
import type { PassingRequest } from "./gate.ts";
import type { Move } from "./move.ts";
import { requestLabel } from "./request-label.ts";
import type { Scenario } from "./scenario.ts";
import type { Scene } from "./scene.ts";

/** What happens at one request of a scenario: a fault, or something that moves just before it. */
export interface Interruption {
  /** Which of the scenario's requests it happens at. */
  readonly request: number;
  readonly fault?: NamedFault;
  readonly move?: Move;
}

/** Watches the requests of a run, and interrupts the one that is meant. */
export class Interrupter {
  readonly #scene: Scene;
  readonly #interruption: Interruption | undefined;
  readonly #label: string | undefined;
  readonly #occurrence: number;
  readonly #move: (move: Move) => Promise<void>;
  readonly #counts = new Map<string, number>();
  readonly seen: string[] = [];
  #isHealed = false;
  isStruck = false;
  /** Whether something was written after what moved. */
  hasWrittenSince = false;

  constructor(
    scene: Scene,
    { requests }: Scenario,
    interruption: Interruption | undefined,
    move: (move: Move) => Promise<void>,
  ) {
    this.#scene = scene;
    this.#interruption = interruption;
    this.#move = move;
    const index = interruption?.request ?? 0;
    this.#label = interruption === undefined ? undefined : requests[index];
    this.#occurrence = requests.slice(0, index + 1).filter((it) => it === this.#label).length;
  }

  /** What went wrong is right again. */
  heal(): void {
    this.#isHealed = true;
  }

  async watch({ method, url, pass }: PassingRequest): Promise<void> {
    const label = requestLabel(method, url, this.#scene);
    const count = (this.#counts.get(label) ?? 0) + 1;
    this.#counts.set(label, count);
    this.seen.push(label);
    const { fault, move } = this.#interruption ?? {};
    if (this.#isHealed) return pass();
    if (!this.isStruck && label === this.#label && count === this.#occurrence) {
      this.isStruck = true;
      if (move !== undefined) await this.#move(move);
      this.hasWrittenSince = method !== "GET";
      return pass(fault?.fault);
    }
    if (this.isStruck && method !== "GET") this.hasWrittenSince = true;
    const isStruckAgain =
      fault?.lasts === "offline" || (fault?.lasts === "lasting" && label === this.#label);
    return pass(this.isStruck && isStruckAgain ? fault?.fault : undefined);
  }
}
