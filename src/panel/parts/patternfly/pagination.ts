export { Pagination } from "@patternfly/react-core/dist/esm/components/Pagination/Pagination";
