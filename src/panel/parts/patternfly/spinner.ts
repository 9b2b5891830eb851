export { Spinner } from "@patternfly/react-core/dist/esm/components/Spinner/Spinner";
