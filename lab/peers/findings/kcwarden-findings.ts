import { z } from "zod";
import type { Subject } from "../cases/peer-case.ts";
import type { PeerFinding } from "./finding.ts";

const output = z.array(
  z.object({
    severity: z.string(),
    realm: z.string(),
    entity: z.string(),
    entity_type: z.string(),
    reporting_auditor: z.string(),
    short_description: z.string(),
    additional_details: z.record(z.string(), z.unknown()),
  }),
);

/** A finding as kcwarden prints it. */
type KcwardenFinding = z.infer<typeof output>[number];

/** Reads what `kcwarden audit --format json` printed. */
export const parseKcwarden = (text: string): readonly KcwardenFinding[] =>
  output.parse(JSON.parse(text));

/** The kinds of its entities in the words of the cases. */
const kinds: Readonly<Record<string, Subject["kind"]>> = {
  Client: "client",
  ServiceAccount: "client",
  ClientScope: "clientScope",
  Group: "group",
  RealmRole: "role",
  ClientRole: "role",
  IdentityProvider: "identityProvider",
  Realm: "realm",
};

const prefix = "service-account-";

/**
 * What it reports, as the cases name things: a service account by its client.
 *
 * @throws where it reports something of a kind that isn't known, which would be lost otherwise
 */
export function kcwardenFindings(text: string): readonly PeerFinding[] {
  return parseKcwarden(text).map(
    ({ realm, entity, entity_type: type, reporting_auditor: rule }) => {
      const kind = kinds[type];
      if (kind === undefined)
        throw new Error(`kcwarden reports a ${type}, which isn't known here.`);
      const isAccount = type === "ServiceAccount" && entity.startsWith(prefix);
      return {
        subject: { realm, kind, name: isAccount ? entity.slice(prefix.length) : entity },
        rule,
      };
    },
  );
}
