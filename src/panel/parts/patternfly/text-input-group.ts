export {
  TextInputGroup,
  type TextInputGroupProps,
} from "@patternfly/react-core/dist/esm/components/TextInputGroup/TextInputGroup";
export { TextInputGroupMain } from "@patternfly/react-core/dist/esm/components/TextInputGroup/TextInputGroupMain";
export { TextInputGroupUtilities } from "@patternfly/react-core/dist/esm/components/TextInputGroup/TextInputGroupUtilities";
