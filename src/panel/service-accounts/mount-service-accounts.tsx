import { mountIn } from "../context/mount-in.tsx";
import type { PanelContext } from "../context/panel-context.ts";
import { ServiceAccounts } from "./ServiceAccounts.tsx";

/** Shows the service accounts of a realm in a container until the context's signal ends it. */
export function mountServiceAccounts(container: Element, context: PanelContext): void {
  mountIn(container, context, <ServiceAccounts />);
}
