import { mountIn } from "../context/mount-in.tsx";
import type { PageClient, PanelContext } from "../context/panel-context.ts";
import { Panel } from "./Panel.tsx";

/** Shows the presets of a client in a container until the context's signal ends it. */
export function mountPanel(container: Element, context: PanelContext, client: PageClient): void {
  mountIn(container, context, <Panel client={client} />);
}
