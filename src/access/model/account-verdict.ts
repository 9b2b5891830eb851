import type {
  MeasuredCall,
  MeasuredMatrix,
  Verdict,
} from "../../catalog/measured/measured-matrix.ts";
import { verdictOf } from "./verdict-of.ts";

/** The admin roles of a service account, by name. */
export interface CountingRoles {
  /** Those that count for its calls. */
  readonly held: ReadonlySet<string>;
  /** Those that may count too: whether they do isn't known. */
  readonly possible: ReadonlySet<string>;
}

/**
 * What a service account gets for a call by its roles. Where a role that may count too would change the answer, the
 * answer isn't known.
 */
export function accountVerdict(
  call: MeasuredCall,
  { held, possible }: CountingRoles,
  matrix: Pick<MeasuredMatrix, "includes">,
): Verdict {
  const certain = verdictOf(call, held, matrix);
  if (possible.size === 0) return certain;
  return verdictOf(call, [...held, ...possible], matrix) === certain ? certain : "unknown";
}
