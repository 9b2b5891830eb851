import { accessCases, accessRealm } from "./access-cases.ts";
import type { CaseRealm } from "./case-realm.ts";
import type { PeerCase } from "./peer-case.ts";
import { peopleCases, peopleRealm } from "./people-cases.ts";
import { realmSettingsCases, settingsRealms } from "./realm-settings-cases.ts";
import { clientSettingsCases, clientSettingsRealm } from "./settings-cases.ts";
import { specialCases, specialRealms } from "./special-cases.ts";

export const allCases: readonly PeerCase[] = [
  ...accessCases,
  ...specialCases,
  ...peopleCases,
  ...clientSettingsCases,
  ...realmSettingsCases,
];

/** All realms that are made for them; `master` is one of the cases too. */
export const caseRealms: readonly CaseRealm[] = [
  ...[accessRealm, peopleRealm, clientSettingsRealm],
  ...specialRealms,
  ...settingsRealms,
];
