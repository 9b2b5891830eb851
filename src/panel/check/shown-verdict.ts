import { createContext } from "react";
import type { Verdict } from "../../access/check/check-access.ts";

/** Which rows a list of checks shows. */
interface ShownRows {
  /** The one verdict whose rows are shown; undefined where all are. */
  readonly verdict: Verdict | undefined;
  /** The id of the check that the headline is about: it isn't listed once more. */
  readonly headline: string | undefined;
}

/** Which rows the list of checks around shows. */
export const ShownVerdict = createContext<ShownRows>({ verdict: undefined, headline: undefined });
