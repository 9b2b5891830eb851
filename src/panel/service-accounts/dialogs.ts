/** What is rarer than looking, loaded together as one script. */
export { BulkDialog } from "../bulk/BulkDialog.tsx";
export { NewClientDialog } from "../new-client/NewClientDialog.tsx";
export { RiskPopover } from "./RiskPopover.tsx";
export { StatePopover } from "./StatePopover.tsx";
