export { EmptyState } from "@patternfly/react-core/dist/esm/components/EmptyState/EmptyState";
export { EmptyStateActions } from "@patternfly/react-core/dist/esm/components/EmptyState/EmptyStateActions";
export { EmptyStateBody } from "@patternfly/react-core/dist/esm/components/EmptyState/EmptyStateBody";
export { EmptyStateFooter } from "@patternfly/react-core/dist/esm/components/EmptyState/EmptyStateFooter";
export { EmptyStateIcon } from "@patternfly/react-core/dist/esm/components/EmptyState/EmptyStateIcon";
