import { Document } from "yaml";
import { adminRolesGivenBy } from "../../access/model/roles-given-by.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { PowerBesideRoles } from "../realm-file/powers-beside-roles.ts";
import type { PolicyContent } from "./policy-schema.ts";

type Rule = PolicyContent["allow"][number];

function ruleOf(row: AccountRow, powers: readonly PowerBesideRoles[], reason: string): Rule[] {
  const { realm, administers, clientId, presets, looseRoles } = row;
  const isOwn = administers === realm;
  const accepted = isOwn
    ? powers.filter((it) => it.realm === realm && it.clientId === clientId)
    : [];
  // What a preset of an operator allows can change at any time: a policy names its roles.
  const curated = presets.flatMap(({ id, custom }) => (custom === undefined ? [id] : []));
  const custom = adminRolesGivenBy(presets.filter((preset) => preset.custom !== undefined));
  const roles = [...looseRoles, ...custom].map(({ name }) => name);
  const accept = [...new Set(accepted.map(({ kind }) => kind))];
  if (presets.length + roles.length + accept.length === 0) return [];
  return [
    {
      realm,
      client: clientId,
      ...(isOwn ? {} : { administers }),
      ...(curated.length === 0 ? {} : { presets: curated }),
      ...(roles.length === 0 ? {} : { roles: [...new Set(roles)] }),
      ...(accept.length === 0 ? {} : { accept }),
      reason,
    },
  ];
}

/**
 * A first policy file that allows the current access.
 *
 * @param today the day, such as `2027-01-31`
 */
export function writePolicy(
  accounts: readonly AccountRow[],
  powers: readonly PowerBesideRoles[],
  unknownFields: readonly string[],
  today: string,
): string {
  const reason = `Existing access when this policy was written, on ${today}`;
  const content: PolicyContent = {
    version: 1,
    allow: accounts.flatMap((row) => ruleOf(row, powers, reason)),
    ...(unknownFields.length === 0
      ? {}
      : { allowUnknownFields: unknownFields.map((field) => ({ field, reason })) }),
  };
  const written = new Document(content);
  written.commentBefore =
    " The roles that service accounts may have. Give each entry a reason, an owner, and an end date with until.";
  return written.toString({ lineWidth: 0 });
}
