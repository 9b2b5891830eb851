export { Form } from "@patternfly/react-core/dist/esm/components/Form/Form";
export { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/FormGroup";
export { FormHelperText } from "@patternfly/react-core/dist/esm/components/Form/FormHelperText";
export { HelperText } from "@patternfly/react-core/dist/esm/components/HelperText/HelperText";
export { HelperTextItem } from "@patternfly/react-core/dist/esm/components/HelperText/HelperTextItem";
export { TextArea } from "@patternfly/react-core/dist/esm/components/TextArea/TextArea";
export { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput/TextInput";
