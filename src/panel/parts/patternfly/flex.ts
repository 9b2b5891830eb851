export { Flex } from "@patternfly/react-core/dist/esm/layouts/Flex/Flex";
