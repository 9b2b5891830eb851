export { Popover } from "@patternfly/react-core/dist/esm/components/Popover/Popover";
