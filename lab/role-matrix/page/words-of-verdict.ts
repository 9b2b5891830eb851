import type { Verdict } from "../../../src/catalog/measured/measured-matrix.ts";

/** Verdicts as people read them. */
export const wordsOfVerdict: Readonly<Record<Verdict, string>> = {
  allowed: "Allowed",
  filtered: "Partial results",
  denied: "Denied",
  unknown: "Not known",
};
