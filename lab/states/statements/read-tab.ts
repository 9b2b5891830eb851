import { powerOf as headerOf } from "../../../src/access/check/power.ts";
import { type SaidOfCall, saidOfCall } from "../../../src/access/check/said-of-call.ts";
import { areTokensRefused } from "../../../src/access/check/tokens-refused.ts";
import { rolesInForce } from "../../../src/access/model/held-admin-roles.ts";
import { isAdminRole } from "../../../src/access/model/role-reference.ts";
import type { Snapshot } from "../../../src/access/model/snapshot.ts";
import { offeredPresets } from "../../../src/access/presets/offered-presets.ts";
import { presetStates } from "../../../src/access/presets/preset-state.ts";
import { summaryOf } from "../../../src/access/presets/preset-summary.ts";
import { answerQuestion } from "../../../src/access/question/answer-question.ts";
import type { CallIndex } from "../../../src/access/question/call-index.ts";
import type { MeasuredMatrix } from "../../../src/catalog/measured/measured-matrix.ts";
import type { AdminApi } from "../../../src/keycloak/api/admin-api.ts";
import { AdminApiError } from "../../../src/keycloak/api/admin-api-error.ts";
import { readClientState } from "../../../src/keycloak/client/read-client-state.ts";
import { readRealmFacts } from "../../../src/keycloak/client/read-realm-facts.ts";
import type { AccountStatement, CallStatement, Statements, TabStatement } from "../statements.ts";
import { powerOf } from "./power-of.ts";
import { readCheck } from "./read-check.ts";
import { readEnds } from "./read-ends.ts";
import { ownPresetOf, readOwnPresets } from "./read-own-preset.ts";

/** What was measured, ready to be searched. */
export interface Measured {
  readonly version: string;
  readonly matrix: MeasuredMatrix;
  readonly index: CallIndex;
}

/** A client that an administrator looks at. */
export interface Looked {
  readonly clientUuid: string;
  /** As the page shows it. */
  readonly clientId: string;
  /** The id of the preset of the realm that the state is about. */
  readonly presetId: string;
  /** The calls that are searched for, by their ids: a method and an address. */
  readonly questions: ReadonlyMap<string, string>;
}

/** What is said of a client on its own page. */
export type TabStatements = Omit<Statements, "list">;

const nothingKnown: TabStatement = {
  account: "notKnown",
  power: "notKnown",
  ...{ roles: undefined, count: undefined, ends: undefined },
};

/** Reads a client as its tab does, and says what tab, search and access check say then. */
export async function readTab(
  api: AdminApi,
  { clientUuid, clientId, presetId, questions }: Looked,
  measured: Measured,
): Promise<TabStatements> {
  const { version } = measured;
  const options = {
    ...{ clientUuid, adminClientId: "realm-management", isMaster: false },
    ...{ loginRealm: "master", clientIdHint: clientId },
    // The access check reads them, whatever the version.
    asksClientScope: true,
  };
  try {
    const state = await readClientState(api, options);
    if (state.kind === "clientNotFound") return notRead(state.kind);
    if (state.kind === "noServiceAccountPossible") {
      // The tab says that this client can't use one, and nothing more.
      return notRead(state.kind);
    }
    const own = await readOwnPresets(api, state.snapshot, options.loginRealm);
    const { snapshot } = own;
    const { settings: realm } = await readRealmFacts(api);
    const baseUrl = api.connection.baseUrl;
    const circumstances = { realm, baseUrl, version, now: Date.now() };
    const inHeader = { ...circumstances, tokenEndpoint: undefined };
    return {
      tab: {
        ...tabOf(snapshot),
        count: snapshot.isReadable ? headerOf(snapshot, inHeader).held : undefined,
        ends: await readEnds(api, snapshot, version, options.loginRealm),
      },
      ownPreset: ownPresetOf(own, presetId),
      search: answersOf(snapshot, questions, measured, areTokensRefused(snapshot, circumstances)),
      check: await readCheck(api, snapshot, version),
    };
  } catch (thrown) {
    if (!(thrown instanceof AdminApiError)) throw thrown;
    return notRead(`${thrown.attempt}: ${thrown.failure} ${thrown.status ?? ""}`);
  }
}

const notRead = (failed: string): TabStatements => ({
  ...{ tab: nothingKnown, ownPreset: undefined, search: new Map(), check: [], failed },
});

/** A user that has the name of a missing one is another client's or a person's. */
const accountOf = {
  found: "exists",
  none: "none",
  nameTaken: "none",
  notKnown: "notKnown",
  notUnderUsualName: "notKnown",
} as const satisfies Record<Snapshot["account"]["kind"], AccountStatement>;

/** A verdict by roles only isn't a statement about the current result. */
const callStatementOf = {
  allowed: "allowed",
  filtered: "filtered",
  denied: "denied",
  unknown: "notKnown",
  allowedByRoles: "notKnown",
  filteredByRoles: "notKnown",
  deniedByRoles: "denied",
} as const satisfies Record<SaidOfCall, CallStatement>;

function tabOf(snapshot: Snapshot): Omit<TabStatement, "ends" | "count"> {
  const account = accountOf[snapshot.account.kind];
  if (account === "none") return { account, power: "none", roles: [] };
  if (!snapshot.isReadable) return { ...nothingKnown, account };
  const { risk, effectiveRoles } = summaryOf(snapshot, presetStates(snapshot));
  // Of the others it is told as of the presets of the realm.
  const held = effectiveRoles.map(({ role }) => role).filter(isAdminRole);
  return { account, power: powerOf(risk), roles: held.map(({ name }) => name) };
}

function answersOf(
  snapshot: Snapshot,
  questions: Looked["questions"],
  { matrix, index }: Measured,
  refused: boolean | undefined,
): Statements["search"] {
  const source = {
    ...{ matrix, index, presets: offeredPresets(snapshot), held: rolesInForce(snapshot) },
  };
  const answers = new Map<string, CallStatement>();
  for (const [id, question] of questions) {
    const [answered] = answerQuestion(question, source)?.calls ?? [];
    if (answered === undefined) throw new Error(`The search finds no call for: ${question}`);
    // Fine-grained permissions are off in all states.
    const said = saidOfCall(answered.verdict, { areRolesAll: true, areTokensRefused: refused });
    answers.set(id, callStatementOf[said]);
  }
  return answers;
}
