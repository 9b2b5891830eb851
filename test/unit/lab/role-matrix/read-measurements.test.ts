import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readMeasurements } from "../../../../lab/role-matrix/read-measurements.ts";
import { newerFile, olderFile } from "./sample-measurements.ts";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "role-matrix-"));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

test("reads one measurement per minor, by number and oldest first", async () => {
  await writeFile(join(directory, "26.10.json"), JSON.stringify(newerFile));
  await writeFile(join(directory, "26.9.json"), JSON.stringify(olderFile));
  await writeFile(join(directory, "26.9.old.json"), "no measurement");
  const measurements = await readMeasurements(directory);
  expect(measurements.map(({ minor }) => minor)).toEqual(["26.9", "26.10"]);
  expect(measurements[1]?.notCalled).toEqual([
    { method: "GET", path: "/realms/{realm}/x|y", reason: "It waits for a | key." },
  ]);
});
