import { minorOf } from "../server/minor-of.ts";
import { type MeasuredFile, type MeasuredMatrix, readMeasurement } from "./measured-matrix.ts";
import { versionOfConsole } from "../server/version-of-console.ts";
import { organizationProviderOf } from "../server/organization-provider.ts";
import { withOrganizations } from "./with-organizations.ts";

type Load = () => Promise<{ readonly default: MeasuredFile }>;

/** Each measured minor version of Keycloak, newest first; each is a separate script. */
const minors: ReadonlyMap<string, Load> = new Map<string, Load>([
  ["26.7", () => import("./26.7.json")],
  ["26.6", () => import("./26.6.json")],
  ["26.5", () => import("./26.5.json")],
  ["26.4", () => import("./26.4.json")],
  ["26.2", () => import("./26.2.json")],
  ["26.0", () => import("./26.0.json")],
]);

/** The measured minor versions, newest first. */
export const measuredMinors: readonly string[] = [...minors.keys()];

/**
 * The measurement of a minor version, such as `26.7`; undefined if it wasn't measured.
 *
 * @throws TypeError if the browser can't load the script
 */
export async function loadMinor(minor: string | undefined): Promise<MeasuredMatrix | undefined> {
  const load = minors.get(minor ?? "");
  return load === undefined ? undefined : readMeasurement((await load()).default);
}

/** The measurement that the panel uses. */
export interface LoadedMeasurement {
  readonly matrix: MeasuredMatrix;
  /** Whether it is from the server's own minor version; otherwise it is the closest one. */
  readonly isOwnMinor: boolean;
}

/**
 * Loads the measurement of the server's own minor version, identified by the name of its console's
 * entry script, with the calls of Phase Two's extension if the server has it. For an unknown name,
 * it is the newest measurement whose roles all exist on the server, otherwise the oldest.
 *
 * @param entryScript such as "main-CB1rIpj1.js".
 * @param offered names of the admin roles that the server has.
 * @throws TypeError if the browser can't load a script
 * @throws Error if this build contains no measurement
 */
export async function loadMeasurement(
  entryScript: string | undefined,
  offered: ReadonlySet<string>,
): Promise<LoadedMeasurement> {
  const measurement = await loadNearest(entryScript, offered);
  const matrix = await withOrganizations(measurement.matrix, organizationProviderOf(offered));
  return { ...measurement, matrix };
}

async function loadNearest(
  entryScript: string | undefined,
  offered: ReadonlySet<string>,
): Promise<LoadedMeasurement> {
  const version = versionOfConsole(entryScript);
  const own = await loadMinor(version === undefined ? undefined : minorOf(version));
  if (own !== undefined) return { matrix: own, isOwnMinor: true };
  let nearest: MeasuredMatrix | undefined;
  for (const load of minors.values()) {
    nearest = readMeasurement((await load()).default);
    // The roles of a realm administered from master don't include this one.
    const known = nearest.roles.filter((role) => role !== "realm-admin");
    if (known.every((role) => offered.has(role))) break;
  }
  if (nearest === undefined) throw new Error("No measurement is part of this build.");
  return { matrix: nearest, isOwnMinor: false };
}
