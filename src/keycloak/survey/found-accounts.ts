import type { ReadWorkflows } from "../../access/ends/own-workflow.ts";
import type { FinePermissions } from "../../access/model/fine-permissions.ts";
import { type Composites, stockComposites } from "../../access/model/resolve-roles.ts";
import type { Role, RoleKey } from "../../access/model/snapshot.ts";
import { type SignIns, unknownSignIns } from "../../access/survey/sign-ins.ts";
import type { AccountClient, AccountUser, Gap, GivenRole } from "../../access/survey/survey.ts";
import type { RealmPreset } from "../../catalog/presets/presets.ts";

/** The presets of a realm, and their roles that are no admin roles. */
export interface OwnPresets {
  readonly presets: readonly RealmPreset[];
  readonly roles: readonly Role[];
}

/** What a survey has found so far. */
export class FoundAccounts {
  /** By id: where the realm changes between two pages, one may be on both. */
  readonly users = new Map<string, AccountUser>();
  /** Users that are people, though they are called like service accounts, by id. */
  readonly people = new Set<string>();
  /** Users that hold admin roles and are not called like a service account, by id. */
  readonly otherHolders = new Map<string, AccountUser>();
  /** All clients that were read, by UUID. */
  readonly clients = new Map<string, AccountClient>();
  /** The UUIDs of those that are not set to have a service account. */
  readonly clientsWithoutAccount = new Set<string>();
  /** By the id of their service-account user, where that has another name than the usual. */
  readonly clientsByUserId = new Map<string, AccountClient>();
  composites: Composites<RoleKey> = stockComposites;
  readonly given = new Map<string, GivenRole[]>();
  readonly givenToAll: GivenRole[] = [];
  readonly gaps = new Set<Gap>();
  signIns: SignIns = unknownSignIns;
  finePermissions: FinePermissions | undefined;
  workflows: ReadWorkflows | undefined;
  own: OwnPresets | undefined;
  requests = 0;
  arePowersRead = false;
  areClientsRead = false;

  /** Adds to what an account was given. */
  give(userId: string, given: readonly GivenRole[]): void {
    this.given.set(userId, [...(this.given.get(userId) ?? []), ...given]);
  }
}
