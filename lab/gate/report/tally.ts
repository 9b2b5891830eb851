import { rowNames, rowsOf } from "../document/rows.ts";
import type { GateResult } from "../run-gate.ts";

/** What came of a run, in numbers. */
export interface GateTally {
  readonly documents: number;
  readonly imported: number;
  readonly powerful: number;
  readonly letThrough: number;
  readonly untold: number;
  /** False alarms by what explains them, the most frequent first. */
  readonly explained: readonly (readonly [string, number])[];
  readonly unexplained: number;
  /** How many documents have what in them, and how many of those were powerful. */
  readonly coverage: readonly {
    readonly row: string;
    readonly documents: number;
    readonly powerful: number;
  }[];
}

const count = <Item>(items: readonly Item[], fits: (item: Item) => boolean) =>
  items.filter(fits).length;

/** Counts what came of the documents. */
export function tallyOf(results: readonly GateResult[]): GateTally {
  const explained = new Map<string, number>();
  const alarms = results.flatMap(({ judgement }) => judgement.falseAlarms);
  for (const { because } of alarms) {
    if (because !== undefined) explained.set(because, (explained.get(because) ?? 0) + 1);
  }
  const withRows = results.map((it) => ({
    rows: new Set(rowsOf(it.plan)),
    isPowerful: it.judgement.isPowerful,
  }));
  return {
    documents: results.length,
    imported: count(results, ({ power }) => power.kind === "imported"),
    powerful: count(results, ({ judgement }) => judgement.isPowerful),
    letThrough: count(results, ({ judgement }) => judgement.letThrough.length > 0),
    untold: count(results, ({ judgement }) => judgement.untold.length > 0),
    explained: [...explained].sort(([, a], [, b]) => b - a),
    unexplained: count(alarms, ({ because }) => because === undefined),
    coverage: rowNames.map((row) => ({
      row,
      documents: count(withRows, ({ rows }) => rows.has(row)),
      powerful: count(withRows, ({ rows, isPowerful }) => isPowerful && rows.has(row)),
    })),
  };
}

/** What is wrong with a document, a line each; nothing where all is right or explained. */
export function wrongLines({ number, judgement }: GateResult): readonly string[] {
  const { letThrough, untold, falseAlarms } = judgement;
  return [
    ...letThrough.map((it) => `✗ Document ${number} is let through: ${it}`),
    ...untold.map((it) => `✗ Document ${number} fails, and isn't told that ${it}`),
    ...falseAlarms
      .filter(({ because }) => because === undefined)
      .map(({ text }) => `✗ Document ${number}, a false alarm that nothing explains: ${text}`),
  ];
}

/** A tally in one line. */
export function tallyLine(tally: GateTally): string {
  const alarms = tally.explained.reduce((sum, [, of]) => sum + of, 0);
  return [
    `${tally.documents} documents, ${tally.powerful} of them powerful: ${tally.letThrough} let through`,
    `${tally.untold} with a power untold`,
    `${alarms} false alarms explained, ${tally.unexplained} not`,
  ].join(", ");
}
