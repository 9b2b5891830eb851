export { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/Checkbox";
