import { callKey } from "../../../src/catalog/calls/call-template.ts";
import {
  type MeasuredCall,
  type MeasuredFile,
  readMeasurement,
} from "../../../src/catalog/measured/measured-matrix.ts";

/** Where two measurements of one version differ, a line each; none when they say the same. */
export function compareMeasurements(before: MeasuredFile, after: MeasuredFile): readonly string[] {
  const [old, now] = [callsOf(before), callsOf(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort();
  return keys.flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    if (was === undefined || is === undefined) {
      return [`${key} was ${was === undefined ? "not measured before" : "measured before alone"}`];
    }
    return was === is ? [] : [`${key}\n    was ${was}\n    is  ${is}`];
  });
}

function callsOf(file: MeasuredFile): ReadonlyMap<string, string> {
  return new Map(readMeasurement(file).calls.map((call) => [callKey(call), sayingOf(call)]));
}

function sayingOf({ verdicts, combinations }: MeasuredCall): string {
  const alone = [...verdicts]
    .filter(([, verdict]) => verdict !== "denied")
    .map(([role, verdict]) => `${role} ${verdict}`);
  return [...alone, ...combinations.map((set) => set.join(" + "))].join(", ");
}
