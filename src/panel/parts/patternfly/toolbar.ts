export { Toolbar } from "@patternfly/react-core/dist/esm/components/Toolbar/Toolbar";
export { ToolbarContent } from "@patternfly/react-core/dist/esm/components/Toolbar/ToolbarContent";
export { ToolbarItem } from "@patternfly/react-core/dist/esm/components/Toolbar/ToolbarItem";
