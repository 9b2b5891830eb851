/**
 * The texts that are loaded with what is looked at, not when the tab opens, by how their keys begin:
 * those of dialogs, of opened rows, of what was measured, and the words that presets are searched by.
 */
const asked =
  /^(plan|ends|step|untouched|blocked|effect|check|confirm|realmPicker|reach|tried|roleExplanation|answer|holders|verdict|details(?!\.roles$)|reason|off|leftover|account|link|export|connect|copy|policy|policies|fine|denied|managed|noAccess|origin|owner|record|use|pasted)\.|^ownPreset\.(create|fromHeld|fromCalls|notRead)$|^summary\.worst$|^done\.(?!close$|undo$|undoNamed$|changed$)|^knowledge\.(extension|ownMinor|nearestMinor)$|^preset\.(addedIn|takenOutIn)(Revision)?$|^attempts\.(readRealm|readPolicies|readSecret|readEvents|readSignedIn|readActors|readEnds|changeEnds|ownCall|callHolders)$|^problem\.(presetChanged|conflict|clientRefused|requestRefused|(clientNotFound|noServiceAccountPossible)\..+)$|^power\.(looseRoles.*|moreSources.*|through|assigned|inherited|inheritedFrom.*|source.*)$|^consequence\..+\.reason$|^presets\..+\.words$/;

/** The texts of the tab with a realm's service accounts, whose table is called as the tab is. */
const accounts =
  /^(accounts|finding|bulk|fullScope|reach\.family)\.|^attempts\.survey$|^page\.serviceAccounts$/;

/** The texts of the dialog that creates a client. */
const newClient = /^newClient\.|^attempts\.(createClient|deleteClient)$/;

/** The texts of the dialogs that change presets of a realm. */
const custom = /^custom\./;

/** The parts of the texts, by the name that stands behind `?` in an import of them. */
export const textParts: ReadonlyMap<string, (key: string) => boolean> = new Map([
  // What stands on the page before the panel is loaded.
  ["?page", (key) => key.startsWith("page.")],
  // All that a panel may show, for languages beside English.
  ["?panel", (key) => !key.startsWith("page.") || accounts.test(key)],
  [
    "?opening",
    (key) =>
      !key.startsWith("page.") &&
      ![asked, accounts, newClient, custom].some((part) => part.test(key)),
  ],
  ["?asked", (key) => asked.test(key)],
  ["?accounts", (key) => accounts.test(key)],
  ["?newClient", (key) => newClient.test(key)],
  ["?custom", (key) => custom.test(key)],
]);
