import type { Workflow } from "../../access/ends/own-workflow.ts";
import { fieldsOf, itemsOf, textOf } from "../api/parse-answers.ts";

const listOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === "string");

/**
 * Reads a list of workflows.
 *
 * @throws UnexpectedAnswerError when the answer is no list of workflows
 * @see [WorkflowRepresentation](https://github.com/keycloak/keycloak/blob/main/core/src/main/java/org/keycloak/representations/workflows/WorkflowRepresentation.java)
 */
export function parseWorkflows(answer: unknown): readonly Workflow[] {
  return itemsOf(answer).map((item) => {
    const fields = fieldsOf(item);
    const steps = fields.get("steps") ?? [];
    return {
      id: textOf(fields, "id"),
      name: textOf(fields, "name"),
      isEnabled: fields.get("enabled") !== false,
      beginsByItself: ["on", "schedule", "if"].some((name) => fields.get(name) != null),
      steps: itemsOf(steps).map((step) => {
        const { uses, with: settings } = Object.fromEntries(fieldsOf(step));
        return {
          uses: typeof uses === "string" ? uses : "",
          roles: settings == null ? [] : listOf(fieldsOf(settings).get("role")),
        };
      }),
    };
  });
}
