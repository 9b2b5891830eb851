export { Table } from "@patternfly/react-table/dist/esm/components/Table/Table";
export { Tbody } from "@patternfly/react-table/dist/esm/components/Table/Tbody";
export { Td } from "@patternfly/react-table/dist/esm/components/Table/Td";
export { Th } from "@patternfly/react-table/dist/esm/components/Table/Th";
export { Thead } from "@patternfly/react-table/dist/esm/components/Table/Thead";
export { Tr } from "@patternfly/react-table/dist/esm/components/Table/Tr";
