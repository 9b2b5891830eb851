import { fieldsOf } from "../wrapped/fields.ts";

/** What a file may be beside a realm, by fields that only it has, the surest first. */
const kinds: readonly {
  readonly fields: readonly string[];
  readonly is: string;
  readonly pass: string;
}[] = [
  {
    fields: ["format_version", "planned_values"],
    is: "a plan of Terraform without a resource of its Keycloak provider",
    pass: "the plan of the module that has the realm's clients",
  },
  {
    fields: ["terraform_version", "lineage"],
    is: "the state of Terraform",
    pass: "a plan as JSON, by terraform show -json, or the export of the realm",
  },
  {
    fields: ["terraform_version", "values"],
    is: "the state of Terraform",
    pass: "a plan as JSON, by terraform show -json and the plan's file",
  },
  { fields: ["log"], is: "a HAR file, or a log", pass: "the export of a realm" },
  {
    fields: ["issuer", "token_endpoint"],
    is: "the OpenID configuration of a realm",
    pass: "the export of the realm",
  },
  { fields: ["access_token"], is: "an answer with a token", pass: "the export of the realm" },
  { fields: ["openapi"], is: "a description of an API", pass: "the export of a realm" },
  { fields: ["$schema", "$defs"], is: "a JSON Schema", pass: "the export of a realm" },
  {
    fields: ["name", "version", "dependencies"],
    is: "the package.json of a program",
    pass: "the export of a realm",
  },
  {
    fields: ["apiVersion", "name", "version"],
    is: "the Chart.yaml of a Helm chart",
    pass: "what helm template makes of it",
  },
  {
    fields: ["services"],
    is: "a Compose file",
    pass: "the realm file that it imports",
  },
  {
    fields: ["auth-server-url", "resource"],
    is: "the settings of a client's adapter",
    pass: "the export of its realm",
  },
  { fields: ["clientId"], is: "one client", pass: "the export of its realm" },
  { fields: ["username"], is: "one user", pass: "the export of its realm" },
];

const otherwise = "Pass the export of a realm.";

/** What a resource of Kubernetes is, and what of it holds a realm. */
function describeResource(kind: unknown): string {
  if (kind === "ConfigMap") {
    return "It is a ConfigMap, and none of its files has a realm in it. Pass the one that the server imports.";
  }
  if (kind === "Keycloak") {
    return "It describes a server of Keycloak's operator, not a realm. Pass its KeycloakRealmImport.";
  }
  const named = typeof kind === "string" ? `a ${kind}` : "a resource";
  return `It seems to be ${named} of Kubernetes. Pass a KeycloakRealmImport, a ConfigMap with a realm file, or the export of the realm.`;
}

/** The three parts of an access token, none of which is to be printed. */
const isToken = (content: unknown) =>
  typeof content === "string" && /^ey[\w-]+\.[\w-]+\.[\w-]*$/.test(content.trim());

/** Parts of a realm, by which one that doesn't say its name is known. */
const parts = ["clients", "users", "roles", "groups"];

/** Whether something may be a part of a realm, or a realm that doesn't say its name. */
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
 * What a file without a realm seems to be, and what to pass in its place.
 *
 * @param content what was read of the file
 */
export function describeContent(content: unknown): string {
  const fields = fieldsOf(content);
  if (isToken(content)) return `It seems to be an access token. ${otherwise}`;
  if (fields.has("apiVersion") && fields.has("kind")) return describeResource(fields.get("kind"));
  const found = kinds.find((it) => it.fields.every((field) => fields.has(field)));
  if (found !== undefined) return `It seems to be ${found.is}. Pass ${found.pass}.`;
  if (parts.some((field) => fields.has(field))) {
    return 'It seems to be a part of a realm, and doesn\'t say of which. Add its name as "realm".';
  }
  return `It has no realm in it. ${otherwise}`;
}
