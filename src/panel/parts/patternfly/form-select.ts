export { FormSelect } from "@patternfly/react-core/dist/esm/components/FormSelect/FormSelect";
export { FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect/FormSelectOption";
