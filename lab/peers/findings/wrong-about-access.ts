import type { JudgedCase } from "./findings-run.ts";

/**
 * What `presets` gets wrong of what it is for, a sentence each: admin access that neither `check` nor `report` reports,
 * and false alarms of either.
 */
export const wrongAboutAccess = (cases: readonly JudgedCase[]): readonly string[] =>
  cases.flatMap(({ of: { id, topic }, check, report }) => {
    const isReported = [check, report].some(({ rules }) => rules.length > 0);
    if (topic === "access" && !isReported) return [`${id}: neither check nor report reports it.`];
    if (topic === "harmless" && isReported) return [`${id}: a false alarm.`];
    return [];
  });
