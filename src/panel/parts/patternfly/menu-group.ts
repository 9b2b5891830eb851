export { DropdownGroup } from "@patternfly/react-core/dist/esm/components/Dropdown/DropdownGroup";
