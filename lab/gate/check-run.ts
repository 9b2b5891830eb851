import type { WrittenDocument } from "./document/write-document.ts";

/** What a run of `presets check` came to. */
export interface CheckRun {
  readonly exitCode: number;
  /** Standard output. */
  readonly output: string;
  /** Standard error. */
  readonly errors: string;
}

/** Runs `presets check --json` on a document, where nothing is allowed. */
export type Check = (document: WrittenDocument) => Promise<CheckRun>;
