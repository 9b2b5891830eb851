export { Badge } from "@patternfly/react-core/dist/esm/components/Badge/Badge";
export { Label, type LabelProps } from "@patternfly/react-core/dist/esm/components/Label/Label";
export { LabelGroup } from "@patternfly/react-core/dist/esm/components/Label/LabelGroup";
