import { z } from "zod";
import { decidingText, dictionary, flag, listOf } from "./lenient-values.ts";
import { placeholderIn } from "./placeholders.ts";
import type { ClaimEffect } from "./protocol-mapper.ts";

/** A list in JSON text, as in a policy's settings; undefined if it isn't one. */
function listIn(text: string | undefined): readonly unknown[] | undefined {
  try {
    const content: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

const policy = z.object({
  name: decidingText.default(""),
  type: z.string().default(""),
  logic: z.string().nullish(),
  policies: listOf(z.string()),
  config: dictionary(z.union([z.string(), z.boolean(), z.number(), z.null()]).transform(String)),
});

/** The parts of a client's authorization settings that name accounts. */
export const authorizationSettings = z.object({ policies: listOf(policy) }).nullish();

/** A policy or a permission of a client, as an export writes both. */
export type ExportedPolicy = z.infer<typeof policy>;

/** A service account, with everything that policies can use to name it. */
export interface PolicyHolder {
  /** Whether its tokens name another client, and so count as that client's. */
  readonly caller: ClaimEffect;
  /** Client ID and UUID. */
  readonly clients: ReadonlySet<string>;
  /** Username, in lower case as the server has it, and id. */
  readonly users: ReadonlySet<string>;
  /** Whether it is in the group of a path, or below it. */
  readonly isIn: (path: string, withBelow: boolean) => boolean;
  /** Ids, names and `client/name` of its effective roles. */
  readonly roles: ReadonlySet<string>;
}

const permissionTypes = new Set(["scope", "resource", "uma"]);

/** The policies of a permission or an aggregate; undefined if unknown. */
const appliedBy = ({ config, policies }: ExportedPolicy): readonly unknown[] => [
  ...(listIn(config.get("applyPolicies")) ?? [undefined]),
  ...policies,
];

const isOpen = (text: string | null | undefined) => placeholderIn(text ?? "") !== undefined;

const groupEntry = z.object({ path: z.string(), extendChildren: flag(false) });
const roleEntry = z.object({ id: z.string() });

/** Whether a policy names an account and applies by that; undefined if the file leaves it open. */
function names({ type, logic, config }: ExportedPolicy, holder: PolicyHolder): boolean | undefined {
  if (isOpen(logic)) return undefined;
  const anyOf = <Entry>(key: string, schema: z.ZodType<Entry>, has: (entry: Entry) => boolean) => {
    if (isOpen(config.get(key))) return undefined;
    const entries = z.array(schema).safeParse(listIn(config.get(key)));
    return entries.success ? entries.data.some(has) : undefined;
  };
  /** It may name the account and not apply all the same, which for a negative policy grants. */
  const unlessDenied = (isNamed: boolean | undefined) =>
    isNamed && logic === "NEGATIVE" ? undefined : isNamed;
  switch (type) {
    case "client":
      // Who can name any client can also name one that is left out.
      if (holder.caller === "notKnown") return undefined;
      if (holder.caller === "replaced" && logic === "NEGATIVE") return undefined;
      return anyOf(
        "clients",
        z.string(),
        (id) => holder.caller === "replaced" || holder.clients.has(id),
      );
    case "user":
      // The server doesn't apply it to service accounts.
      return unlessDenied(
        anyOf(
          "users",
          z.string(),
          (id) => holder.users.has(id) || holder.users.has(id.toLowerCase()),
        ),
      );
    case "group":
      return anyOf("groups", groupEntry, ({ path, extendChildren }) =>
        holder.isIn(path, extendChildren),
      );
    case "role":
      // Its tokens may lack the role, of which a file doesn't tell.
      return unlessDenied(anyOf("roles", roleEntry, ({ id }) => holder.roles.has(id)));
    default:
      return undefined;
  }
}

/** A permission that a service account may have through a policy. */
export interface NamingPermission {
  readonly permission: string;
  readonly policy: string;
  /** False if the file leaves open whether the policy applies to the account. */
  readonly isKnown: boolean;
}

/**
 * The permissions of a client with fine-grained permissions that name a service account: directly,
 * by its user, groups or roles, or by a policy that files can't decide.
 *
 * @see [Fine-grained admin permissions](https://www.keycloak.org/docs/latest/server_admin/#_fine_grained_permissions)
 */
export function permissionsNaming(
  policies: readonly ExportedPolicy[],
  holder: PolicyHolder,
): readonly NamingPermission[] {
  const byName = new Map(policies.map((it) => [it.name, it]));
  return policies
    .filter(({ type }) => permissionTypes.has(type) || isOpen(type))
    .flatMap((it) => {
      const permission = it.name;
      const seen = new Set<string>();
      const open = [...appliedBy(it)];
      const found: NamingPermission[] = [];
      while (open.length > 0) {
        const name = open.pop();
        if (typeof name === "string" && seen.has(name)) continue;
        const of = typeof name === "string" ? byName.get(name) : undefined;
        if (typeof name === "string") seen.add(name);
        if (of?.type === "aggregate" && of.logic !== "NEGATIVE") {
          open.push(...appliedBy(of));
          continue;
        }
        const isNamed = of === undefined ? undefined : names(of, holder);
        const isGranted = of?.logic === "NEGATIVE" && isNamed !== undefined ? !isNamed : isNamed;
        if (isGranted === false) continue;
        found.push({ permission, policy: of?.name ?? String(name), isKnown: isGranted === true });
      }
      return found;
    });
}
