import { createContext } from "react";
import type { Snapshot } from "../../access/model/snapshot.ts";

/**
 * What the service account holds, for the opened rows of the list: each row is dear to draw, and a
 * change of one preset must not draw them all.
 */
export const SnapshotContext = createContext<Snapshot | undefined>(undefined);
