import type { ReactNode } from "react";
import type { Snapshot } from "../../../access/model/snapshot.ts";
import { KnowledgeContext, useKnowledgeHandle } from "../../context/use-knowledge.ts";

interface KnowledgeProviderProps {
  /** Tells which roles the server has. */
  readonly snapshot: Snapshot;
  readonly children: ReactNode;
}

/** Gives what is below it what was measured; for another realm it needs another key. */
export function KnowledgeProvider({ snapshot, children }: KnowledgeProviderProps) {
  const handle = useKnowledgeHandle(snapshot);
  return <KnowledgeContext.Provider value={handle}>{children}</KnowledgeContext.Provider>;
}
