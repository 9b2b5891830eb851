import { z } from "zod";
import type { Permission, Prohibition } from "../../access/policy/policy.ts";
import { presets } from "../../catalog/presets/presets.ts";
import { adminRoles, masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { nearestName } from "../arguments/nearest-name.ts";
import { powerKinds } from "../realm-file/powers-beside-roles.ts";

const roleNames = [...adminRoles.keys(), ...masterRealmRoles.keys()];

/** One of some names; the error names the nearest. */
function oneOf<const Name extends string>(what: string, names: readonly Name[]) {
  return z.enum(names, {
    error: ({ input }) =>
      typeof input === "string"
        ? `there is no ${what} ${JSON.stringify(input)}; did you mean ${nearestName(input, names)}?`
        : `the name of a ${what} is expected`,
  });
}

/** A name; YAML reads `123`, `true` and the like as other types. */
const name = z
  .string({ error: "a name is expected, in quotes if YAML would read it as another type" })
  .min(1, "the name is empty");

const sentence = z
  .string({ error: "a text is expected" })
  .regex(/\S/, "the text is empty")
  .describe("Text for people.");

const scope = {
  realm: name.optional().describe("The realm of the client."),
  everyRealm: z.literal(true).optional().describe("Instead of realm: the clients of every realm."),
  client: name.optional().describe("The exact client ID."),
  everyClient: z.literal(true).optional().describe("Instead of client: every client of the realm."),
  administers: name
    .optional()
    .describe("For clients of master: the realm that they administer. The default is master."),
  administersEveryRealm: z
    .literal(true)
    .optional()
    .describe("Instead of administers: the roles of every realm."),
};

const named = {
  presets: z
    .array(
      oneOf(
        "preset",
        presets.map(({ id }) => id),
      ),
    )
    .optional()
    .describe("Ids of presets."),
  roles: z
    .array(oneOf("admin role", roleNames))
    .optional()
    .describe(
      "Names of admin roles. A composite role stands for everything that it includes in stock Keycloak.",
    ),
};

const decision = {
  reason: sentence.describe("The reason, shown in findings and in the tab."),
  owner: sentence.optional().describe("The person or team responsible."),
  until: z.iso
    .date("a date such as 2027-01-31 is expected")
    .optional()
    .describe("The last valid day, in UTC."),
};

const either = (one: string, other: string) => ({
  oneOf: [{ required: [one] }, { required: [other] }],
});

/** Finds problems in the scope of a rule; the JSON Schema defines the same in `allOf`. */
function checkScope(rule: Permission | Prohibition, context: z.RefinementCtx): void {
  const complain = (message: string) => context.addIssue({ code: "custom", message });
  const { realm, everyRealm, client, everyClient, administers, administersEveryRealm } = rule;
  if ((realm === undefined) === (everyRealm === undefined)) {
    complain("either realm or everyRealm: true is needed");
  }
  if ((client === undefined) === (everyClient === undefined)) {
    complain("either client or everyClient: true is needed");
  }
  if (administers !== undefined && administersEveryRealm !== undefined) {
    complain("administers and administersEveryRealm exclude each other");
  }
  const isElsewhere = administersEveryRealm === true || (administers ?? realm) !== realm;
  if (isElsewhere && realm !== undefined && realm !== "master") {
    complain("only clients of master administer other realms");
  }
}

const hasSome = (...lists: readonly (readonly unknown[] | undefined)[]) =>
  lists.some((list) => (list ?? []).length > 0);

const scoped = { allOf: [either("realm", "everyRealm"), either("client", "everyClient")] };

const permission = z
  .strictObject({
    ...scope,
    ...named,
    accept: z
      .array(oneOf("power to accept", powerKinds))
      .optional()
      .describe("Accepted findings that don't come from roles, or that the files leave open."),
    ...decision,
  })
  .superRefine(checkScope)
  .refine(({ presets, roles, accept }) => hasSome(presets, roles, accept), {
    error: "it allows nothing: presets, roles or accept is needed",
  })
  .meta(scoped);

const prohibition = z
  .strictObject({ ...scope, ...named, reason: decision.reason })
  .superRefine(checkScope)
  .refine(({ presets, roles }) => hasSome(presets, roles), {
    error: "it forbids nothing: presets or roles is needed",
  })
  .meta(scoped);

/** A policy file. Unknown fields are rejected, never ignored. */
export const policySchema = z
  .strictObject({
    $schema: z.string().optional().describe("The location of this schema, for editors."),
    version: z.literal(1, { error: "version: 1 is expected" }),
    organizations: z
      .enum(["native", "phaseTwo"], { error: "native or phaseTwo is expected" })
      .optional()
      .describe("Which roles for organizations the presets use. The default is Keycloak's own."),
    allow: z
      .array(permission, { error: "a list is expected" })
      .describe(
        "The roles that service accounts may have. Anything that no entry allows isn't allowed.",
      ),
    forbid: z
      .array(prohibition, { error: "a list is expected" })
      .optional()
      .describe("Roles that these clients may not have, whatever allow says."),
    allowUnknownFields: z
      .array(
        z.strictObject({
          field: name.describe("The name of a field of realm files, or its path."),
          ...decision,
        }),
        { error: "a list is expected" },
      )
      .optional()
      .describe("Fields of realm files that Keycloak doesn't have and that give no access."),
  })
  .meta({
    title: "Policy of the presets for service accounts",
    description: "The roles that service accounts of Keycloak realms may have.",
  });

/** The content of a policy file. */
export type PolicyContent = z.infer<typeof policySchema>;
