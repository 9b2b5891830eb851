import { mountIn } from "./mount-in.tsx";
import { Panel } from "./Panel.tsx";
import type { PageClient, PanelContext } from "./panel-context.ts";

/** Shows the presets of a client in a container until the context's signal ends it. */
export function mountPanel(container: Element, context: PanelContext, client: PageClient): void {
  mountIn(container, context, <Panel client={client} />);
}
