import { stringify } from "yaml";
import { lookupClients } from "../cases/access-cases.ts";
import { reader, readerRoles } from "../cases/make-case-realms.ts";

/** The policy of the cases for `presets`: the same as kcwarden's monitors say. */
export const presetsPolicy = (): string =>
  stringify({
    version: 1,
    allow: [
      ...lookupClients.map((client) => ({
        ...{ realm: "peers-access", client, presets: ["user-lookup"], reason: "Looks users up" },
      })),
      {
        ...{ realm: "master", client: reader, administersEveryRealm: true },
        ...{ roles: readerRoles, reason: "Reads for presets report" },
      },
    ],
  });
