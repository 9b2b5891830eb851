/** What is rarer than looking, loaded together as one script. */

export { RiskPopover } from "../account-cells/RiskPopover.tsx";
export { StatePopover } from "../account-cells/StatePopover.tsx";
export { BulkDialog } from "../bulk/BulkDialog.tsx";
export { FullScopeDialog } from "../bulk/FullScopeDialog.tsx";
export { NewClientDialog } from "../new-client/NewClientDialog.tsx";
