export { Modal } from "@patternfly/react-core/dist/esm/components/Modal/Modal";
