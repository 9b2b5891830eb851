import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import "../parts/patternfly/own-ids.ts";
import { PanelContext } from "./panel-context.ts";
import { setLanguage } from "./use-translate.ts";

/** Shows a panel in a container until the context's signal ends it. */
export function mountIn(container: Element, context: PanelContext, panel: ReactNode): void {
  setLanguage(context.language);
  const root = createRoot(container);
  // At once, so that the first requests are under way before the console draws what it draws for the new address.
  flushSync(() =>
    root.render(<PanelContext.Provider value={context}>{panel}</PanelContext.Provider>),
  );
  // The console may be rendering at this moment, and React does not unmount one root from within another's render.
  context.signal.addEventListener("abort", () => queueMicrotask(() => root.unmount()));
}
