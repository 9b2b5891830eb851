import { createContext } from "react";
import type { Verdict } from "../../access/check/check-access.ts";

/** The one verdict whose rows are shown in a list of checks; undefined where all are. */
export const ShownVerdict = createContext<Verdict | undefined>(undefined);
