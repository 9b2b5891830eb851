import { fieldsOf } from "../wrapped/fields.ts";

/** Other kinds of files, recognized by fields that only they have, most certain first. */
const kinds: readonly {
  readonly fields: readonly string[];
  readonly is: string;
  readonly pass: string;
}[] = [
  {
    fields: ["format_version", "planned_values"],
    is: "a Terraform plan without resources of the Keycloak provider",
    pass: "the plan of the module with the realm's clients",
  },
  {
    fields: ["terraform_version", "lineage"],
    is: "a Terraform state",
    pass: "a plan as JSON, from terraform show -json, or an export of the realm",
  },
  {
    fields: ["terraform_version", "values"],
    is: "a Terraform state",
    pass: "a plan as JSON, from terraform show -json with the plan file",
  },
  { fields: ["log"], is: "a HAR file, or a log", pass: "the export of a realm" },
  {
    fields: ["issuer", "token_endpoint"],
    is: "the OpenID configuration of a realm",
    pass: "the export of the realm",
  },
  { fields: ["access_token"], is: "a token response", pass: "the export of the realm" },
  { fields: ["openapi"], is: "an API description", pass: "the export of a realm" },
  { fields: ["$schema", "$defs"], is: "a JSON Schema", pass: "the export of a realm" },
  {
    fields: ["name", "version", "dependencies"],
    is: "a package.json",
    pass: "the export of a realm",
  },
  {
    fields: ["apiVersion", "name", "version"],
    is: "the Chart.yaml of a Helm chart",
    pass: "the output of helm template",
  },
  {
    fields: ["services"],
    is: "a Compose file",
    pass: "the realm file that it imports",
  },
  {
    fields: ["auth-server-url", "resource"],
    is: "the configuration of a client adapter",
    pass: "the export of its realm",
  },
  { fields: ["clientId"], is: "a single client", pass: "the export of its realm" },
  { fields: ["username"], is: "a single user", pass: "the export of its realm" },
];

const otherwise = "Pass the export of a realm.";

/** Describes a Kubernetes resource, and which part of it contains a realm. */
function describeResource(kind: unknown): string {
  if (kind === "ConfigMap") {
    return "It is a ConfigMap, but none of its files contains a realm. Pass the one that the server imports.";
  }
  if (kind === "Keycloak") {
    return "It describes a server for Keycloak's operator, not a realm. Pass its KeycloakRealmImport.";
  }
  const named = typeof kind === "string" ? `a ${kind}` : "a resource";
  return `It seems to be ${named} for Kubernetes. Pass a KeycloakRealmImport, a ConfigMap with a realm file, or the export of the realm.`;
}

/** The three parts of an access token, which must not be printed. */
const isToken = (content: unknown) =>
  typeof content === "string" && /^ey[\w-]+\.[\w-]+\.[\w-]*$/.test(content.trim());

/** Parts of a realm that identify a realm without a name. */
const parts = ["clients", "users", "roles", "groups"];

/** Whether something may be part of a realm, or a realm without a name. */
export function mayBeRealmPart(content: unknown): boolean {
  const fields = fieldsOf(content);
  return parts.some((part) =>
    [fields.get(part)].flat().some((item) => {
      const has = fieldsOf(item);
      return ["clientId", "username", "client", "realm", "subGroups"].some((it) => has.has(it));
    }),
  );
}

/**
 * Describes what a file without a realm seems to be, and what to pass instead.
 *
 * @param content the content of the file
 */
export function describeContent(content: unknown): string {
  const fields = fieldsOf(content);
  if (isToken(content)) return `It seems to be an access token. ${otherwise}`;
  if (fields.has("apiVersion") && fields.has("kind")) return describeResource(fields.get("kind"));
  const found = kinds.find((it) => it.fields.every((field) => fields.has(field)));
  if (found !== undefined) return `It seems to be ${found.is}. Pass ${found.pass}.`;
  if (parts.some((field) => fields.has(field))) {
    return 'It seems to be part of a realm but doesn\'t name the realm. Add its name as "realm".';
  }
  return `It contains no realm. ${otherwise}`;
}
