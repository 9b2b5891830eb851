import { join } from "node:path";
import { root } from "./root.ts";

/** The rooms of src/ that decide something and need no page for it: tests take their branches. */
export const coveredRooms = ["access", "catalog", "session", "keycloak", "formats"] as const;

/** How many percent of the branches of each room tests take at least. */
export const leastCoverage = 95;

/** The folder that reports of the coverage are written to. */
export const coverageFolder = join(root, ".cache", "coverage");

/** How many branches tests took, file by file, as vitest's coverage writes it. */
export const coverageSummary = join(coverageFolder, "coverage-summary.json");
