import { z } from "zod";
import {
  type ChangeRecord,
  recordFormat,
  recordVersion,
} from "../../access/record/change-record.ts";
import { CliError } from "../cli-error.ts";
import { reasonOf } from "../reason-of.ts";

const time = z.iso.datetime();
const roles = z.object({ admin: z.array(z.string()), realm: z.array(z.string()) });

const access = z.object({
  serviceAccountsEnabled: z.boolean(),
  publicClient: z.boolean(),
  fullScopeAllowed: z.boolean(),
  roles: roles.nullable(),
  scopeMappings: roles.nullable(),
  defaultClientScopes: z.array(z.string()),
  optionalClientScopes: z.array(z.string()),
});

const step = z.object({
  direction: z.enum(["add", "remove"]),
  place: z.enum(["account", "mapping", "scope", "clientScope"]),
  sentAt: time,
  answeredAt: time,
  isDone: z.boolean().nullable(),
  rolesOf: z.object({ clientUuid: z.string().min(1), clientId: z.string() }).nullable(),
  roles: z.array(z.object({ id: z.string().min(1), name: z.string() })),
  clientScopes: z.array(
    z.object({ id: z.string().min(1), name: z.string(), wasOptional: z.boolean() }),
  ),
});

const schema: z.ZodType<ChangeRecord> = z.object({
  format: z.literal(recordFormat),
  formatVersion: z.literal(recordVersion),
  extensionVersion: z.string(),
  keycloakVersion: z.string().nullable(),
  server: z.string(),
  realm: z.string().min(1),
  client: z.object({
    clientId: z.string(),
    clientUuid: z.string().min(1),
    serviceAccountUserId: z.string().min(1).nullable(),
  }),
  by: z.object({ realm: z.string(), userId: z.string(), name: z.string() }).nullable(),
  mode: z.enum(["add", "exact", "remove"]),
  presets: z.array(z.string()),
  isUndo: z.boolean(),
  madeAt: time,
  before: access,
  after: access.nullable(),
  steps: z.array(step),
  ends: z.array(z.object({ role: z.string(), before: time.nullable(), after: time.nullable() })),
  outcome: z.enum(["done", "stopped", "notKnown"]),
});

/**
 * Reads the record of a change.
 *
 * @param file its name, for messages
 * @throws CliError if it is no record, or of another version: nothing is compared by half
 */
export function parseRecord(text: string, file: string): ChangeRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw new CliError(`${file} is no record of a change: ${reasonOf(thrown)}`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new CliError(
    `${file} is no record of a change that this version can read:`,
    ...parsed.error.issues.map(
      ({ path, message }) => `  ${path.map(String).join(".")}: ${message}`,
    ),
  );
}
