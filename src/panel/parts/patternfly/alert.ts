export { Alert } from "@patternfly/react-core/dist/esm/components/Alert/Alert";
export { AlertActionCloseButton } from "@patternfly/react-core/dist/esm/components/Alert/AlertActionCloseButton";
export { AlertActionLink } from "@patternfly/react-core/dist/esm/components/Alert/AlertActionLink";
export { AlertGroup } from "@patternfly/react-core/dist/esm/components/Alert/AlertGroup";
