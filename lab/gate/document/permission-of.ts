import type { DocumentPlan, ProgramPlan } from "./factors.ts";
import { type Fields, type GroupPart, nothing } from "./parts.ts";

/** A permission for all users, and what an account needs for its policy to name it. */
interface Permission {
  readonly policies: readonly Fields[];
  readonly groups: readonly GroupPart[];
  readonly paths: readonly string[];
  readonly realmRoles: readonly string[];
}

const none: Permission = { policies: [], groups: [], paths: [], realmRoles: [] };

/** The policy that names a program, as exports write it: settings are JSON within strings. */
function policyOf(
  program: ProgramPlan,
  place: number,
  clientId: string,
): (Omit<Permission, "policies"> & { readonly type: string; readonly config: Fields }) | undefined {
  const usual = { groups: [], paths: [], realmRoles: [] };
  const isInFile = program.account !== "missing";
  switch (program.way) {
    case "permissionByClient":
      return { ...usual, type: "client", config: { clients: JSON.stringify([clientId]) } };
    case "permissionByUser": {
      const name =
        program.account === "otherName"
          ? `robot-${place}`
          : `service-account-${clientId.toLowerCase()}`;
      if (!isInFile) return undefined;
      return { ...usual, type: "user", config: { users: JSON.stringify([name]) } };
    }
    case "permissionByGroup": {
      const name = `staff-${place}`;
      const below = [{ name: "eu", given: nothing, below: [] }];
      return {
        ...{ ...usual, type: "group", groups: [{ name, given: nothing, below }] },
        paths: isInFile ? [`/${name}/eu`] : [],
        config: {
          groups: JSON.stringify([{ path: `/${name}`, extendChildren: program.scope === "full" }]),
        },
      };
    }
    case "permissionByRole": {
      const name = `auditor-${place}`;
      return {
        ...{ ...usual, type: "role", realmRoles: [name] },
        config: { roles: JSON.stringify([{ id: name, required: false }]) },
      };
    }
    default:
      return undefined;
  }
}

/**
 * A permission that names a program, or all others, to view and manage all users of its realm.
 *
 * @see [Fine-grained admin permissions](https://www.keycloak.org/docs/latest/server_admin/#_fine_grained_permissions)
 */
export function permissionOf(
  program: ProgramPlan,
  { permissions, logic }: DocumentPlan,
  place: number,
  clientId: string,
): Permission {
  const policy = policyOf(program, place, clientId);
  if (policy === undefined) return none;
  const { type, config, ...rest } = policy;
  const name = `policy-${place}`;
  const around = `around-${place}`;
  const named = JSON.stringify([permissions === "aggregate" ? around : name]);
  const common = { logic: "POSITIVE", decisionStrategy: "UNANIMOUS" };
  const negativeIf = (isNegative: boolean) => (isNegative ? { logic: "NEGATIVE" } : {});
  const scopes = JSON.stringify(["view", "manage"]);
  return {
    ...rest,
    policies: [
      { ...common, ...negativeIf(logic === "negative"), name, type, config },
      ...(permissions === "aggregate"
        ? [
            {
              ...{ ...common, ...negativeIf(logic === "negativeAround") },
              ...{ name: around, type: "aggregate" },
              config: { applyPolicies: JSON.stringify([name]) },
            },
          ]
        : []),
      {
        ...{ ...common, name: `permission-${place}`, type: "scope" },
        ...(permissions === "policies" ? { policies: [name] } : {}),
        config: {
          ...{ defaultResourceType: "Users", resources: JSON.stringify(["Users"]), scopes },
          ...(permissions === "policies" ? {} : { applyPolicies: named }),
        },
      },
    ],
  };
}
