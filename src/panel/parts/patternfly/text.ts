export { Text } from "@patternfly/react-core/dist/esm/components/Text/Text";
export { TextContent } from "@patternfly/react-core/dist/esm/components/Text/TextContent";
export { TextList } from "@patternfly/react-core/dist/esm/components/Text/TextList";
export { TextListItem } from "@patternfly/react-core/dist/esm/components/Text/TextListItem";
export { Title } from "@patternfly/react-core/dist/esm/components/Title/Title";
