export { Radio } from "@patternfly/react-core/dist/esm/components/Radio/Radio";
