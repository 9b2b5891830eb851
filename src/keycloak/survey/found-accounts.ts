import { type SignIns, unknownSignIns } from "../../access/survey/sign-ins.ts";
import type { AccountClient, AccountUser, Gap, GivenRole } from "../../access/survey/survey.ts";

/** What a survey has found so far. */
export class FoundAccounts {
  readonly users: AccountUser[] = [];
  readonly clients = new Map<string, AccountClient>();
  readonly given = new Map<string, GivenRole[]>();
  readonly givenToAll: GivenRole[] = [];
  readonly gaps = new Set<Gap>();
  signIns: SignIns = unknownSignIns;
  requests = 0;
  clientsRead = 0;
  arePowersRead = false;
  areClientsRead = false;
}
