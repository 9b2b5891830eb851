import type { FinePermissions } from "../../access/model/fine-permissions.ts";
import { type SignIns, unknownSignIns } from "../../access/survey/sign-ins.ts";
import type { AccountClient, AccountUser, Gap, GivenRole } from "../../access/survey/survey.ts";

/** What a survey has found so far. */
export class FoundAccounts {
  /** By id: where the realm changes between two pages, one may be on both. */
  readonly users = new Map<string, AccountUser>();
  /** Those with a service account, by UUID. */
  readonly clients = new Map<string, AccountClient>();
  /** The UUIDs of all clients that were read. */
  readonly clientsRead = new Set<string>();
  readonly given = new Map<string, GivenRole[]>();
  readonly givenToAll: GivenRole[] = [];
  readonly gaps = new Set<Gap>();
  signIns: SignIns = unknownSignIns;
  finePermissions: FinePermissions | undefined;
  requests = 0;
  arePowersRead = false;
  areClientsRead = false;
}
