import { z } from "zod";
import type { PeerFinding } from "./finding.ts";

const checkOutput = z.object({
  exceeding: z.array(
    z.object({ realm: z.string(), clientId: z.string(), roles: z.array(z.string()) }),
  ),
  besideRoles: z.array(
    z.object({
      realm: z.string().optional(),
      clientId: z.string().optional(),
      kind: z.string(),
      verdict: z.string(),
    }),
  ),
});

const reportOutput = z.array(
  z.object({
    realm: z.string(),
    clientId: z.string().nullable(),
    notAllowed: z.array(z.string()).nullable(),
    notSeen: z.array(z.string()),
  }),
);

const findingOf = (realm: string, name: string, rule: string): PeerFinding => ({
  subject: { realm, kind: "client", name },
  rule,
});

/** What `presets check --json` reports: roles that the policy doesn't allow, and powers beside roles. */
export function checkFindings(text: string): readonly PeerFinding[] {
  const { exceeding, besideRoles } = checkOutput.parse(JSON.parse(text));
  return [
    ...exceeding.flatMap(({ realm, clientId, roles }) =>
      roles.map((role) => findingOf(realm, clientId, role)),
    ),
    ...besideRoles.flatMap(({ realm, clientId, kind, verdict }) =>
      realm === undefined || clientId === undefined || verdict === "accepted"
        ? []
        : [findingOf(realm, clientId, kind)],
    ),
  ];
}

/**
 * What `presets report --json` reports.
 *
 * @throws where it couldn't read a realm or an account at all, which can't be compared
 */
export function reportFindings(text: string): readonly PeerFinding[] {
  const entries = reportOutput.parse(JSON.parse(text));
  const unread = entries.find(({ notSeen }) =>
    notSeen.some((it) => it === "realm" || it === "account"),
  );
  if (unread !== undefined) {
    throw new Error(`presets report couldn't read ${unread.realm} ${unread.clientId ?? ""}.`);
  }
  return entries.flatMap(({ realm, clientId, notAllowed }) =>
    clientId === null ? [] : (notAllowed ?? []).map((role) => findingOf(realm, clientId, role)),
  );
}
