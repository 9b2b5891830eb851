/** What is rarer than looking, loaded together as one script. */
export { BulkDialog } from "./BulkDialog.tsx";
export { NewClientDialog } from "./NewClientDialog.tsx";
export { RiskPopover } from "./RiskPopover.tsx";
