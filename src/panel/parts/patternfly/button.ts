export { Button } from "@patternfly/react-core/dist/esm/components/Button/Button";
