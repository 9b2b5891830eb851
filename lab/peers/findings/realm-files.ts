import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { runTimed } from "../programs/run-timed.ts";
import { kcwardenConfig, plainConfig } from "./kcwarden-config.ts";

/** A realm's file, and kcwarden's configurations for it. */
export interface RealmFile {
  readonly realm: string;
  readonly path: string;
  /** With monitors for the policy of the cases. */
  readonly configPath: string;
  /** Without monitors. */
  readonly plainConfigPath: string;
}

/** Where and as whom realms are downloaded. */
export interface DownloadFrom {
  readonly kcwarden: string;
  readonly baseUrl: string;
  readonly username: string;
  readonly password: string;
  readonly signal: AbortSignal;
}

const exported = z.object({ roles: z.object({ client: z.record(z.string(), z.unknown()) }) });

/** Clients whose roles administer a realm. */
const isAdminClient = (realm: string) => (client: string) =>
  realm === "master" ? client.endsWith("-realm") : client === "realm-management";

/** Writes a realm into a file of that path, with `kcwarden download`: the partial export that the console makes too. */
export const downloadRealm = (from: DownloadFrom, realm: string, path: string) =>
  runTimed(
    from.kcwarden,
    [
      ...["download", "--realm", realm, "--auth-realm", "master"],
      ...["--auth-method", "password", "--user", from.username],
      ...["--output", path, from.baseUrl],
    ],
    { variables: { KCWARDEN_KEYCLOAK_PASSWORD: from.password }, signal: from.signal },
  );

/** Downloads a realm into the folder, and writes the configuration for it. */
export async function makeRealmFile(
  from: DownloadFrom,
  realm: string,
  folder: string,
): Promise<RealmFile> {
  const path = join(folder, `${realm}.json`);
  const configPath = join(folder, `${realm}.kcwarden.yaml`);
  const plainConfigPath = join(folder, "plain.kcwarden.yaml");
  await downloadRealm(from, realm, path);
  const { roles } = exported.parse(JSON.parse(await readFile(path, "utf8")));
  const clients = Object.keys(roles.client).filter(isAdminClient(realm));
  await writeFile(configPath, kcwardenConfig(realm, clients));
  await writeFile(plainConfigPath, plainConfig());
  return { realm, path, configPath, plainConfigPath };
}
