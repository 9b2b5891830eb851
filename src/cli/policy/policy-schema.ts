import { z } from "zod";
import type { CustomPreset } from "../../access/custom/custom-preset.ts";
import { readCustomPreset } from "../../access/custom/parse-custom-preset.ts";
import type { Permission, Prohibition } from "../../access/policy/policy.ts";
import { presets } from "../../catalog/presets/presets.ts";
import { adminRoles, masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { nearestName } from "../arguments/nearest-name.ts";
import { problemText } from "../custom/problem-text.ts";
import { powerKinds } from "../realm-file/powers-beside-roles.ts";

const roleNames = [...adminRoles.keys(), ...masterRealmRoles.keys()];

/** What is said of a name that isn't one of some: it names the nearest. */
const unknownName =
  (what: string, names: readonly string[]) =>
  ({ input }: { readonly input?: unknown }) =>
    typeof input === "string"
      ? `there is no ${what} ${JSON.stringify(input)}; did you mean ${nearestName(input, names)}?`
      : `the name of a ${what} is expected`;

/** One of some names. */
function oneOf<const Name extends string>(what: string, names: readonly Name[]) {
  return z.enum(names, { error: unknownName(what, names) });
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

const curatedIds = presets.map(({ id }) => id);

const named = {
  presets: z
    .array(
      z.union([oneOf("preset", curatedIds), z.templateLiteral(["custom:", z.string()])], {
        error: unknownName("preset", curatedIds),
      }),
    )
    .optional()
    .describe("Ids of presets; those of customPresets with custom: before them."),
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

/** How an entry names a preset of a realm. */
const customPrefix = "custom:";

interface CustomIds {
  readonly customPresets?: readonly CustomPreset[] | undefined;
  readonly allow: readonly Permission[];
  readonly forbid?: readonly Prohibition[] | undefined;
}

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

/** Finds names of presets that the policy doesn't have, and ids that it has twice. */
function checkCustomIds(
  { customPresets = [], allow, forbid = [] }: CustomIds,
  context: z.RefinementCtx,
): void {
  const known = new Set<string>();
  for (const [at, { id }] of customPresets.entries()) {
    if (known.has(id)) {
      const message = `the id ${id} is used twice`;
      context.addIssue({ code: "custom", path: ["customPresets", at, "id"], message });
    }
    known.add(id);
  }
  for (const [list, rules] of Object.entries({ allow, forbid })) {
    for (const [at, { presets: ids = [] }] of rules.entries()) {
      for (const [place, id] of ids.entries()) {
        if (!id.startsWith(customPrefix) || known.has(id.slice(customPrefix.length))) continue;
        context.addIssue({
          code: "custom",
          path: [list, at, "presets", place],
          message: `customPresets has no preset ${JSON.stringify(id.slice(customPrefix.length))}`,
        });
      }
    }
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

/** A preset of a realm, as `presets custom export` writes it. */
const customPreset = z
  .strictObject({
    id: name.describe("The id, which entries name with custom: before it."),
    name,
    purpose: z.string().optional(),
    roles: z.array(z.strictObject({ client: name.optional(), role: name })),
    revision: z.number().optional(),
    formerly: z
      .array(z.strictObject({ revision: z.number(), roles: z.array(z.unknown()) }))
      .optional()
      .describe("Earlier revisions, which allow nothing."),
  })
  .transform((document, context): CustomPreset => {
    const { preset, problems } = readCustomPreset(document, {});
    for (const problem of problems) {
      context.addIssue({ code: "custom", message: problemText(problem) });
    }
    return preset ?? z.NEVER;
  });

/** A policy file. Unknown fields are rejected, never ignored. */
export const policySchema = z
  .strictObject({
    $schema: z.string().optional().describe("The location of this schema, for editors."),
    version: z.literal(1, { error: "version: 1 is expected" }),
    organizations: z
      .enum(["native", "phaseTwo"], { error: "native or phaseTwo is expected" })
      .optional()
      .describe("Which roles for organizations the presets use. The default is Keycloak's own."),
    customPresets: z
      .array(customPreset, { error: "a list is expected" })
      .optional()
      .describe(
        "Presets of a realm that entries name, as presets custom export writes them. What the realm itself stores doesn't count: who may change that would decide what is allowed.",
      ),
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
  .superRefine(checkCustomIds)
  .meta({
    title: "Policy of the presets for service accounts",
    description: "The roles that service accounts of Keycloak realms may have.",
  });

/** The content of a policy file. */
export type PolicyContent = z.infer<typeof policySchema>;
