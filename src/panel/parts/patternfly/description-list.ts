export { DescriptionList } from "@patternfly/react-core/dist/esm/components/DescriptionList/DescriptionList";
export { DescriptionListDescription } from "@patternfly/react-core/dist/esm/components/DescriptionList/DescriptionListDescription";
export { DescriptionListGroup } from "@patternfly/react-core/dist/esm/components/DescriptionList/DescriptionListGroup";
export { DescriptionListTerm } from "@patternfly/react-core/dist/esm/components/DescriptionList/DescriptionListTerm";
