import { createContext } from "react";
import type { Snapshot } from "../access/snapshot.ts";

/*
 * What changes for all rows of the list at once, while their rows stay as they are: each row is dear to
 * draw, and a change of one preset must not draw them all.
 */

/** Whether some change is being made. */
export const BusyContext = createContext(false);

/** What the service account holds. */
export const SnapshotContext = createContext<Snapshot | undefined>(undefined);
