import { callKey } from "../../../src/catalog/calls/call-template.ts";
import {
  type MeasuredCall,
  type MeasuredFile,
  readMeasurement,
} from "../../../src/catalog/measured/measured-matrix.ts";
import { ExpectedError } from "../../../tools/command/expected-error.ts";

/**
 * Says that two measurements of one version are the same; throws an ExpectedError that names each call in which
 * they differ.
 */
export function assertAsBefore(before: MeasuredFile, after: MeasuredFile): string {
  const differences = compareMeasurements(before, after);
  if (differences.length === 0) return `All of it is as measured on ${before.measuredOn}.`;
  throw new ExpectedError(
    `${differences.length} calls differ from the measurement of ${before.measuredOn}:\n${differences.join("\n")}`,
  );
}

/** Where two measurements of one version differ, a line each; none when they say the same. */
function compareMeasurements(before: MeasuredFile, after: MeasuredFile): readonly string[] {
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
