import { createRoot } from "react-dom/client";
import { Panel } from "./Panel.tsx";
import { type PanelContext, PanelContextProvider } from "./panel-context.ts";

/** Shows the panel in a container until the context's signal ends it. */
export function mountPanel(container: Element, context: PanelContext): void {
  const root = createRoot(container);
  root.render(
    <PanelContextProvider.Provider value={context}>
      <Panel />
    </PanelContextProvider.Provider>,
  );
  // The console may be rendering at this moment, and React does not unmount one root from within another's render.
  context.signal.addEventListener("abort", () => queueMicrotask(() => root.unmount()));
}
