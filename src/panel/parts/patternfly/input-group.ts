export { InputGroup } from "@patternfly/react-core/dist/esm/components/InputGroup/InputGroup";
export { InputGroupItem } from "@patternfly/react-core/dist/esm/components/InputGroup/InputGroupItem";
