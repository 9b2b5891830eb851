import type { ReadingLimits } from "../../access/question/parse-calls.ts";

/** How much of files is read, which are longer than what is typed. */
export const longTexts: ReadingLimits = { calls: 10_000, characters: 50_000_000 };
