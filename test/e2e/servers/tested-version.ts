import { minorOf } from "../../../src/catalog/server/minor-of.ts";
import {
  compareVersions,
  newestVersion,
  oldestVersion,
} from "../../../tools/keycloak/supported-versions.ts";

/** Where `npm run test:versions` names the Keycloak that stories are told on. */
export const versionVariable = "PRESETS_TEST_KEYCLOAK";

const named = process.env[versionVariable];

/** The Keycloak that stories are told on, unless they are about another one. */
export const testedVersion = named ?? newestVersion;

/**
 * The deployments of a story that is told on the oldest Keycloak too; where one version is tested, on
 * that one alone.
 */
export const bothEnds = named === undefined ? (["usual", "oldest"] as const) : (["usual"] as const);

/** The version of a deployment in {@link bothEnds}. */
export const versionOf = { usual: testedVersion, oldest: oldestVersion } as const;

/**
 * Whether the version under test wrongly refuses to let anybody but realm-admin grant admin roles.
 *
 * @see [Keycloak issue 44371](https://github.com/keycloak/keycloak/issues/44371)
 */
export const refusesByBug = minorOf(testedVersion) === "26.4";

/** Whether the version under test is of that minor, such as `26.7`, or a later one. */
export const isSince = (minor: string, version: string = testedVersion): boolean =>
  compareVersions(version, minor) >= 0;
