import { createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Knowledge } from "./load-knowledge.ts";
import { usePanelContext } from "./panel-context.ts";

/** What was measured, as far as it is loaded: it is not before somebody looks at it. */
export interface KnowledgeHandle {
  readonly state: Knowledge | "notAsked" | "loading" | "failed";
  /** Begins to load it; does nothing where that was begun. */
  readonly want: () => void;
  /** Tries again after a failure. */
  readonly retry: () => void;
}

/** What was measured, for all below the presets' view. */
export const KnowledgeContext = createContext<KnowledgeHandle | undefined>(undefined);

/** Holds what was measured for all of the panel. */
export function useKnowledgeHandle({ roles }: Snapshot): KnowledgeHandle {
  const { consoleScript, language } = usePanelContext();
  const { loadCallTexts } = language;
  const [state, setState] = useState<KnowledgeHandle["state"]>("notAsked");
  const load = useCallback(async () => {
    setState("loading");
    try {
      const { loadKnowledge } = await import("./load-knowledge.ts");
      const offered = [...roles.values()].filter(({ container }) => container === "admin");
      const names = new Set(offered.map(({ name }) => name));
      setState(await loadKnowledge(consoleScript, names, loadCallTexts));
    } catch {
      setState("failed");
    }
  }, [consoleScript, roles, loadCallTexts]);
  return useMemo(
    () => ({
      state,
      want: () => {
        if (state === "notAsked") void load();
      },
      retry: () => void load(),
    }),
    [state, load],
  );
}

/** What was measured, for a component that shows it: asking for it begins to load it. */
export function useKnowledge(): KnowledgeHandle {
  const handle = useContext(KnowledgeContext);
  if (handle === undefined) throw new Error("This component stands outside of the presets' view.");
  const { want } = handle;
  useEffect(want, [want]);
  return handle;
}
