import type { ExportFormat } from "./export-formats.ts";
import type { Handover } from "./handover.ts";

/** What an export takes away, or leaves out. */
export type ExportWarning =
  /** A partial import with Overwrite creates the account again, with these roles only (contract case). */
  | "overwrites"
  /** A partial import ignores scope mappings, and answers 200 (contract case). */
  | "losesScope"
  /** The client scope that the Admin API asks for isn't added. */
  | "leavesClientScope";

/** What is to be known before an export is used, the worst first. */
export function exportWarnings(
  { isForPartialImport, addsClientScope }: ExportFormat,
  { isScoped, adminClientScope }: Handover,
): readonly ExportWarning[] {
  return [
    ...(isForPartialImport ? (["overwrites"] as const) : []),
    ...(isForPartialImport && isScoped ? (["losesScope"] as const) : []),
    ...(adminClientScope !== undefined && !addsClientScope ? (["leavesClientScope"] as const) : []),
  ];
}
