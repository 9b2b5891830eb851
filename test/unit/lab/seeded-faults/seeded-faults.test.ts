import { expect, test } from "vitest";
import { gateFaults } from "../../../../lab/gate/faults/seeded-faults.ts";
import { seedFault } from "../../../../lab/seeded-faults/copy-with-fault.ts";
import { seededFaults } from "../../../../lab/states/faults/seeded-faults.ts";
import { readText } from "../../conventions/source-files.ts";

test.each([...seededFaults, ...gateFaults])("“$name” can be put into $file", (fault) => {
  const source = readText(fault.file);
  expect(seedFault(source, fault)).not.toBe(source);
});

test("a missing or repeated text is not a place for a mistake", () => {
  const fault = { name: "any", file: "src/a.ts", text: "b", broken: "c" };
  expect(() => seedFault("a", fault)).toThrow("src/a.ts must have this once");
  expect(() => seedFault("b b", fault)).toThrow("src/a.ts must have this once");
});
