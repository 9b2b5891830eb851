import { readFile } from "node:fs/promises";
import { hasEnded } from "../../access/policy/judge-roles.ts";
import type { Decision, Permission, Policy, PolicyScope } from "../../access/policy/policy.ts";
import type { OrganizationProvider } from "../../catalog/server/organization-provider.ts";
import { findPreset } from "../arguments/find-preset.ts";
import { CliError } from "../cli-error.ts";
import { type Place, placeText } from "../places/place.ts";
import { reasonOf } from "../reason-of.ts";
import { type PolicyFile, parsePolicy } from "./parse-policy.ts";
import type { TypedRule } from "./rule-options.ts";

/**
 * Reads a policy file.
 *
 * @throws CliError if it can't be read or has a problem
 */
export async function readPolicy(file: string): Promise<PolicyFile> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (thrown) {
    throw new CliError(`The policy ${file} could not be read: ${reasonOf(thrown)}`);
  }
  return parsePolicy(text, file);
}

/** Describes a rule of a policy file that expires or has expired. */
export interface RuleEnd {
  readonly place: Place;
  readonly message: string;
}

/** The end date of a rule in one line, with its place. */
export const ruleEndLine = ({ place, message }: RuleEnd) => `${placeText(place)}: ${message}`;

/** What is allowed by a policy file and by options. */
export interface Limits {
  /** Undefined if every role is allowed. */
  readonly policy: Policy | undefined;
  /** Rules that may accept access that doesn't come from roles. */
  readonly accepting: readonly Permission[];
  /** Names of fields that may be unknown. */
  readonly unknownFields: readonly string[];
  /** Rules of the file whose last day has passed. */
  readonly ended: readonly RuleEnd[];
  /** Warnings about the file. */
  readonly warnings: readonly string[];
}

/**
 * Combines the rules of a policy file and of options.
 *
 * @throws CliError if a typed rule names a preset that doesn't exist with this organizations
 * provider
 */
export function limitsOf(
  file: PolicyFile | undefined,
  typed: {
    readonly allow: readonly TypedRule[];
    readonly accept: readonly TypedRule[];
    readonly allowUnknownField: readonly string[];
    readonly organizations?: OrganizationProvider | undefined;
  },
  today: string,
): Limits {
  const { allow, accept, allowUnknownField } = typed;
  const ofFile = file?.policy;
  const organizations = typed.organizations ?? ofFile?.organizations ?? "native";
  for (const id of allow.flatMap(({ presets = [] }) => presets)) findPreset(id, organizations);
  const isLimited = ofFile !== undefined || allow.length > 0;
  const fields = (file?.unknownFields ?? []).filter((it) => !hasEnded(it, today));
  return {
    policy: isLimited
      ? { ...ofFile, organizations, allow: [...(ofFile?.allow ?? []), ...allow] }
      : undefined,
    accepting: [...(ofFile?.allow ?? []), ...accept],
    unknownFields: [...allowUnknownField, ...fields.map(({ field }) => field)],
    ended: file === undefined ? [] : endedRules(file, today),
    warnings: file === undefined ? [] : endingRules(file, today).map(ruleEndLine),
  };
}

/** Describes the clients of a rule. */
function nameScope(rule: PolicyScope | { readonly field: string }): string {
  if ("field" in rule) return `field ${rule.field}`;
  const { realm = "every realm", client = "every client", administers } = rule;
  const over = administers === undefined ? "" : ` for realm ${administers}`;
  return `${realm} / ${client}${over}`;
}

const nameDecision = ({ reason, owner }: Decision) =>
  owner === undefined ? reason : `${reason} (${owner})`;

type RuleWithEnd = Decision & (PolicyScope | { readonly field: string });

/** Describes the rules whose end date matches. */
function describeEnds(
  { policy, unknownFields, placeOf }: PolicyFile,
  fits: (until: string) => boolean,
  verb: string,
): readonly RuleEnd[] {
  const rules: readonly RuleWithEnd[] = [...policy.allow, ...unknownFields];
  return rules.flatMap((rule) =>
    rule.until !== undefined && fits(rule.until)
      ? [
          {
            place: placeOf(rule),
            message: `${nameScope(rule)}: ${verb} ${rule.until}: ${nameDecision(rule)}`,
          },
        ]
      : [],
  );
}

const endedRules = (file: PolicyFile, today: string) =>
  describeEnds(file, (until) => hasEnded({ until }, today), "expired on");

/** An end date is announced this many days ahead. */
const daysAhead = 14;

function endingRules(file: PolicyFile, today: string): readonly RuleEnd[] {
  const then = new Date(`${today}T00:00:00Z`);
  then.setUTCDate(then.getUTCDate() + daysAhead);
  const limit = then.toISOString().slice(0, 10);
  return describeEnds(file, (until) => until >= today && until <= limit, "expires on");
}

/**
 * Clients of a policy file that don't exist in their realms. A new client with that ID would get
 * the permission.
 */
export function unusedNames(
  { policy, placeOf }: PolicyFile,
  realms: readonly string[],
  clients: readonly { readonly realm: string; readonly clientId: string }[],
): readonly string[] {
  return policy.allow.flatMap((rule) => {
    const { realm, client } = rule;
    if (realm === undefined || client === undefined || !realms.includes(realm)) return [];
    if (clients.some((it) => it.realm === realm && it.clientId === client)) return [];
    return [
      `${placeText(placeOf(rule))}: realm ${realm} has no client ${client}. Remove the entry.`,
    ];
  });
}
