export { DataList } from "@patternfly/react-core/dist/esm/components/DataList/DataList";
export { DataListAction } from "@patternfly/react-core/dist/esm/components/DataList/DataListAction";
export { DataListCell } from "@patternfly/react-core/dist/esm/components/DataList/DataListCell";
export { DataListContent } from "@patternfly/react-core/dist/esm/components/DataList/DataListContent";
export { DataListItem } from "@patternfly/react-core/dist/esm/components/DataList/DataListItem";
export { DataListItemCells } from "@patternfly/react-core/dist/esm/components/DataList/DataListItemCells";
export { DataListItemRow } from "@patternfly/react-core/dist/esm/components/DataList/DataListItemRow";
export { DataListToggle } from "@patternfly/react-core/dist/esm/components/DataList/DataListToggle";
