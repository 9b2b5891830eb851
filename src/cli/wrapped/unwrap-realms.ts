import { type Content, itemsOf } from "../source/source.ts";
import { realmsOfConfigMap } from "./config-map.ts";
import { fieldsOf } from "./fields.ts";

/** A part of what was read, by the names that lead to it. */
function partOf(content: Content, ...names: readonly string[]): Content {
  let { value } = content;
  for (const name of names) value = fieldsOf(value).get(name);
  return { value, source: content.source, path: [...content.path, ...names] };
}

/**
 * The realms within what was read: in a resource or a list of resources of Kubernetes. What holds none is given
 * back as it is.
 *
 * @throws where a file within a ConfigMap can't be read
 * @see [Importing a realm with the operator](https://www.keycloak.org/operator/realm-import)
 */
export function unwrapRealms(content: Content): readonly Content[] {
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
