import { callKey } from "../../../src/catalog/calls/call-template.ts";
import type { MeasuredFile } from "../../../src/catalog/measured/measured-matrix.ts";

/**
 * A stored measurement with what was measured again in place of its old rows: of the calls in `after` alone. Day and
 * roles stay those of the whole.
 */
export function mergeMeasurements(before: MeasuredFile, after: MeasuredFile): MeasuredFile {
  const again = new Set([...after.calls, ...after.notCalled].map(keyOf));
  const stays = (row: readonly string[]) => !again.has(keyOf(row));
  const combinations = new Map(Object.entries(before.combinations));
  for (const row of [...after.calls, ...after.notCalled])
    combinations.delete(`${row[0]} ${row[1]}`);
  for (const [call, sets] of Object.entries(after.combinations)) combinations.set(call, sets);
  return {
    ...before,
    calls: inOrder([...before.calls.filter(stays), ...after.calls]),
    combinations: Object.fromEntries(
      [...combinations].sort(([a], [b]) => compareRows(a.split(" "), b.split(" "))),
    ),
    notCalled: inOrder([...before.notCalled.filter(stays), ...after.notCalled]),
  };
}

const keyOf = ([method = "", path = ""]: readonly string[]) => callKey({ method, path });

/** As the endpoints are listed: by path, then by method. */
function compareRows(a: readonly string[], b: readonly string[]): number {
  const [first, second] = [`${a[1]} ${a[0]}`, `${b[1]} ${b[0]}`];
  return first < second ? -1 : first > second ? 1 : 0;
}

const inOrder = <Row extends readonly string[]>(rows: readonly Row[]): readonly Row[] =>
  [...rows].sort(compareRows);
