export { EyeIcon } from "@patternfly/react-icons/dist/esm/icons/eye-icon";
export { EyeSlashIcon } from "@patternfly/react-icons/dist/esm/icons/eye-slash-icon";
