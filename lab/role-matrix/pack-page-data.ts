import type { CallTemplate } from "../../src/catalog/calls/call-template.ts";
import { families } from "../../src/catalog/calls/families.ts";
import type { CallNames } from "./call-names.ts";
import type { PageData, PageVersion } from "./page/page-data.ts";
import type { CallNotMade, Measurement } from "./read-measurements.ts";

/**
 * The data of the page. Versions share nearly all calls, and calls share their letters, so both are
 * written once.
 *
 * @param measurements oldest first
 */
export function packPageData(measurements: readonly Measurement[], names: CallNames): PageData {
  const calls = new NumberedList<CallTemplate>(({ method, path }) => `${method} ${path}`);
  const versions = [...measurements].reverse().map((it) => packVersion(it, calls));
  return {
    families: families.map((id) => [id, names.ofFamily(id)]),
    calls: calls.items.map((call) => [call.method, call.path, names.ofCall(call)]),
    versions,
  };
}

function packVersion(
  { minor, file, notCalled }: Measurement,
  calls: NumberedList<CallTemplate>,
): PageVersion {
  const patterns = new NumberedList<string>((cells) => cells);
  const numbered = file.calls.map(
    ([method = "", path = "", cells = ""]) =>
      [calls.numberOf({ method, path }), patterns.numberOf(cells)] as const,
  );
  const { version, measuredOn, roles, includes, combinations } = file;
  return {
    ...{ minor, version, measuredOn, roles, includes, combinations },
    patterns: patterns.items,
    calls: numbered,
    notCalled: byReason(notCalled).map(([reason, of]) => [
      reason,
      of.map((call) => calls.numberOf(call)),
    ]),
  };
}

function byReason(calls: readonly CallNotMade[]) {
  const reasons = new Map<string, readonly CallNotMade[]>();
  for (const call of calls) {
    reasons.set(call.reason, [...(reasons.get(call.reason) ?? []), call]);
  }
  return [...reasons];
}

/** Items in the order in which they were first asked for, each once. */
class NumberedList<Item> {
  readonly items: Item[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #keyOf: (item: Item) => string;

  constructor(keyOf: (item: Item) => string) {
    this.#keyOf = keyOf;
  }

  numberOf(item: Item): number {
    const key = this.#keyOf(item);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}
