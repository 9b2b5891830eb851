import type { Verdict } from "../../../src/catalog/measured/measured-matrix.ts";

/** Verdicts as people read them; the same words stand in the page's legend. */
export const wordsOfVerdict: Readonly<Record<Verdict, string>> = {
  allowed: "allowed",
  filtered: "answers with less",
  denied: "denied",
  unknown: "not known",
};
