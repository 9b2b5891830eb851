import { createContext, useContext, useEffect, useMemo, useState } from "react";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Knowledge } from "./load-knowledge.ts";
import { usePanelContext } from "./panel-context.ts";
import { type Async, type Load, useAsync } from "./use-async.ts";

/** What was measured, as far as it is loaded: it is not before somebody looks at it. */
export interface KnowledgeHandle extends Pick<Async<Knowledge>, "state" | "value"> {
  /** Begins to load it; does nothing where that was begun. */
  readonly want: () => void;
}

/** What was measured, for all below the presets' view. */
export const KnowledgeContext = createContext<KnowledgeHandle | undefined>(undefined);

/** Holds what was measured for all of the panel; once loaded, it stays. */
export function useKnowledgeHandle({ roles }: Snapshot): KnowledgeHandle {
  const { consoleScript, language } = usePanelContext();
  const { loadCallTexts } = language;
  const [asked, setAsked] = useState<Load<Knowledge>>();
  const { state, value } = useAsync(asked);
  return useMemo(() => {
    const load = async () => {
      const { loadKnowledge } = await import("./load-knowledge.ts");
      const offered = [...roles.values()].filter(({ container }) => container === "admin");
      const names = new Set(offered.map(({ name }) => name));
      return loadKnowledge(consoleScript, names, loadCallTexts);
    };
    return {
      state,
      value,
      want: () => {
        if (state.kind === "idle") setAsked(() => () => load());
      },
    };
  }, [state, value, consoleScript, roles, loadCallTexts]);
}

/** What was measured, for a component that shows it: asking for it begins to load it. */
export function useKnowledge(): KnowledgeHandle {
  const handle = useContext(KnowledgeContext);
  if (handle === undefined) throw new Error("This component stands outside of the presets' view.");
  const { want } = handle;
  useEffect(want, [want]);
  return handle;
}
