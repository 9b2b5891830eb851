import { type Content, itemsOf } from "../source/source.ts";
import { isPlan } from "../terraform/plan.ts";
import { realmsOfPlan } from "../terraform/realms-of-plan.ts";
import { realmsOfConfigMap } from "./config-map.ts";
import { fieldsOf } from "./fields.ts";

/** A part of what was read, by the names that lead to it. */
function partOf(content: Content, ...names: readonly string[]): Content {
  let { value } = content;
  for (const name of names) value = fieldsOf(value).get(name);
  return { value, source: content.source, path: [...content.path, ...names] };
}

/**
 * The realms within what was read: in a resource or a list of resources of Kubernetes, or a plan of Terraform.
 * What holds none is given back as it is.
 *
 * @throws where a file within a ConfigMap can't be read, and where a plan doesn't tell who holds what
 * @see [Importing a realm with the operator](https://www.keycloak.org/operator/realm-import)
 */
export function unwrapRealms(content: Content): readonly Content[] {
  if (isPlan(content.value)) {
    const realms = realmsOfPlan(content);
    return realms.length === 0 ? [content] : realms;
  }
  const fields = fieldsOf(content.value);
  switch (fields.has("apiVersion") ? fields.get("kind") : undefined) {
    case "KeycloakRealmImport":
      return [partOf(content, "spec", "realm")];
    case "List":
      return itemsOf(partOf(content, "items")).flatMap(unwrapRealms);
    case "ConfigMap": {
      const realms = realmsOfConfigMap(content);
      return realms.length === 0 ? [content] : realms;
    }
    default:
      return [content];
  }
}
