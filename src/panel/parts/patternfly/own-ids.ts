import { GenerateId } from "@patternfly/react-core/dist/esm/helpers/GenerateId/GenerateId";

// The console's own PatternFly counts ids from 0 too. With equal ids, a click on the label of a checkbox in our menus
// chose one of the console's.
GenerateId.defaultProps.prefix = "presets-";
