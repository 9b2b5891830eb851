import type { MeasuredFile } from "../../../src/catalog/measured/measured-matrix.ts";

/** The text of a measurement's file: a call to a line, so that a change shows as one. */
export function writeMeasurement(file: MeasuredFile): string {
  const { calls, combinations, notCalled, ...facts } = file;
  const head = Object.entries(facts).map(([name, value]) => `${quoted(name)}: ${quoted(value)}`);
  return `{
${head.map((line) => `  ${line},`).join("\n")}
  "calls": [
${lines(calls)}
  ],
  "combinations": {
${Object.entries(combinations)
  .map(([call, sets]) => `    ${quoted(call)}: ${quoted(sets)}`)
  .join(",\n")}
  },
  "notCalled": [
${lines(notCalled)}
  ]
}
`;
}

const quoted = (value: unknown) => JSON.stringify(value);

const lines = (rows: readonly unknown[]) => rows.map((row) => `    ${quoted(row)}`).join(",\n");
