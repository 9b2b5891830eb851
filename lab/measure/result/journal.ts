import { appendFile, mkdir, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { CallResult } from "../calls/measure-call.ts";

/** The results so far of a measurement, so that an interrupted one continues where it was. */
export interface Journal {
  /** Results by call key. */
  readonly results: ReadonlyMap<string, CallResult>;
  readonly add: (callKey: string, result: CallResult) => Promise<void>;
  /** Throws all away, when the results are written or were of another server. */
  readonly clear: () => Promise<void>;
}

/** Opens the journal in that file; a line that was cut off counts as not written. */
export async function openJournal(file: string): Promise<Journal> {
  const results = new Map<string, CallResult>();
  for (const line of (await textOf(file)).split("\n")) {
    try {
      const [key, result]: [string, CallResult] = JSON.parse(line);
      results.set(key, result);
    } catch {
      // The end of an interrupted run.
    }
  }
  await mkdir(dirname(file), { recursive: true });
  return {
    results,
    add: async (callKey, result) => {
      results.set(callKey, result);
      await appendFile(file, `${JSON.stringify([callKey, result])}\n`);
    },
    clear: async () => {
      results.clear();
      await rm(file, { force: true });
    },
  };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch {
    return "";
  }
}
