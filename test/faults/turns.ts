/** One of two administrators who change the same client at the same time. */
export type Who = "first" | "second";

/** Lets the requests of two administrators pass one by one, in a given order. */
export class Turns {
  readonly #order: Who[];
  #isBusy = false;
  #waiting: (() => void)[] = [];

  /** @param order whose turn is when; after it all pass as they come, still one by one */
  constructor(order: readonly Who[]) {
    this.#order = [...order];
  }

  /** Resolves when it is that administrator's turn; nobody else's comes before {@link release}. */
  async take(who: Who): Promise<void> {
    while (this.#isBusy || (this.#order[0] ?? who) !== who) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#isBusy = true;
  }

  /** Ends the turn that was taken. */
  release(): void {
    this.#isBusy = false;
    this.#order.shift();
    this.#wake();
  }

  /** That administrator sends no more: turns that are left are nobody's. */
  end(who: Who): void {
    const left = this.#order.filter((it) => it !== who);
    this.#order.splice(0, this.#order.length, ...left);
    this.#wake();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** All orders in which so many requests of the first and so many of the second can come. */
export function interleavings(first: number, second: number): readonly (readonly Who[])[] {
  if (first === 0) return [Array<Who>(second).fill("second")];
  if (second === 0) return [Array<Who>(first).fill("first")];
  return [
    ...interleavings(first - 1, second).map((rest) => ["first" as const, ...rest]),
    ...interleavings(first, second - 1).map((rest) => ["second" as const, ...rest]),
  ];
}
