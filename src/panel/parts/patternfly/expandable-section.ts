export { ExpandableSection } from "@patternfly/react-core/dist/esm/components/ExpandableSection/ExpandableSection";
