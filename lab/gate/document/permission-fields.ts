import { programSecret } from "./add-program.ts";
import type { DocumentPlan } from "./factors.ts";
import { mapperOf } from "./mapper-of.ts";
import type { Fields, Parts } from "./parts.ts";

/** Client ID of the client that carries fine-grained permissions. */
export const permissionsClient = "admin-permissions";

const scopes = ["view", "manage"].map((name) => ({ name }));

/** What a document says of fine-grained permissions: fields of the realm, and their client. */
export function permissionFields(
  { permissions, permissionsClient: own, programs }: DocumentPlan,
  { policies }: Parts,
  adminId: string,
): { readonly fields: Fields; readonly clients: readonly Fields[] } {
  const hasOwn = own !== "absent" || permissions === "off";
  if (policies.length === 0 && own === "absent") return { fields: {}, clients: [] };
  const [first] = programs;
  const mapper = first === undefined ? [] : [mapperOf({ ...first, way: "mapper" }, adminId, "")];
  return {
    fields: {
      adminPermissionsEnabled: permissions !== "off",
      ...(hasOwn
        ? {
            adminPermissionsClient: {
              clientId: permissionsClient,
              ...(own === "program"
                ? { serviceAccountsEnabled: true, secret: programSecret, protocolMappers: mapper }
                : {}),
            },
          }
        : {}),
    },
    clients: [
      {
        clientId: permissionsClient,
        ...(policies.length === 0
          ? {}
          : {
              authorizationServicesEnabled: true,
              authorizationSettings: {
                resources: [{ name: "Users", type: "Users", scopes }],
                ...{ policies, scopes, decisionStrategy: "AFFIRMATIVE" },
              },
            }),
      },
    ],
  };
}
