import { adminClientId } from "../../access/model/admin-client-id.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { exportFormats } from "../../formats/export-formats.ts";
import { handedRoles } from "../../formats/roles-to-export.ts";
import { CliError } from "../cli-error.ts";
import type { Answer } from "../output/command-result.ts";

/** Where presets are written for. */
export interface ExportTarget {
  readonly format: string;
  readonly client: string;
  readonly realm: string;
  readonly server: string;
  /** The realm to be administered, where it is another one than the client's. */
  readonly administers?: string;
  /** Whether *Full scope allowed* is off. */
  readonly scoped?: boolean;
}

/** Names of the formats. */
export const formatIds: readonly string[] = exportFormats.map(({ id }) => id);

const master = "master";

/**
 * Presets for a client's service account, in a format of those who keep Keycloak in code.
 *
 * @throws CliError where the target makes no sense
 */
export function exportPresets(presets: readonly Preset[], target: ExportTarget): Answer {
  const { format, client, realm, server, administers = realm, scoped = false } = target;
  const written = exportFormats.find(({ id }) => id === format);
  if (written === undefined) {
    throw new CliError(`There is no format "${format}", only ${formatIds.join(", ")}.`);
  }
  if (administers !== realm && realm !== master) {
    throw new CliError(
      `A client of realm "${realm}" administers that realm alone; only clients of master administer others.`,
    );
  }
  const ofMaster = presets.find(({ onlyIn }) => onlyIn === master);
  if (ofMaster !== undefined && administers !== master) {
    throw new CliError(
      `The preset ${ofMaster.id} is for clients of master that administer master.`,
    );
  }
  const text = written.write({
    ...handedRoles(presets),
    serverUrl: server.replace(/\/+$/, ""),
    realm,
    clientId: client,
    adminClientId: adminClientId(realm === master, administers),
    isScoped: scoped,
  });
  return { text, holds: true };
}
