import { callKey } from "../../../src/catalog/calls/call-template.ts";
import {
  type MeasuredFile,
  type MeasuredMatrix,
  readMeasurement,
} from "../../../src/catalog/measured/measured-matrix.ts";

/** What the page is made of, small enough to be a part of it. */
export interface PageData {
  /** Ids and names. */
  readonly families: readonly (readonly [id: string, name: string])[];
  /** Every call of every version, once. */
  readonly calls: readonly (readonly [method: string, path: string, name: string])[];
  /** The newest first. */
  readonly versions: readonly PageVersion[];
}

/** A measurement whose calls and letters are told by their places in lists. */
export interface PageVersion extends Omit<MeasuredFile, "calls" | "notCalled"> {
  readonly minor: string;
  readonly patterns: readonly string[];
  readonly calls: readonly (readonly [call: number, pattern: number])[];
  readonly notCalled: readonly (readonly [reason: string, calls: readonly number[]])[];
}

/** Makes a measurement of a version again. */
export function unpackVersion(data: PageData, version: PageVersion): MeasuredMatrix {
  const { patterns, calls } = version;
  return readMeasurement({
    ...version,
    notCalled: [],
    calls: calls.map(([call, pattern]) => {
      const [method = "", path = ""] = data.calls[call] ?? [];
      return [method, path, patterns[pattern] ?? ""];
    }),
  });
}

/** The names of all calls by their `callKey`; calls without one are left out. */
export function namesOf({ calls }: PageData): ReadonlyMap<string, string> {
  return new Map(
    calls
      .filter(([, , name]) => name !== "")
      .map(([method, path, name]) => [callKey({ method, path }), name]),
  );
}
