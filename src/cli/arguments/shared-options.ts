import { Option } from "@commander-js/extra-typings";
import { measuredMinors } from "../../catalog/measured/load-measurement.ts";
import type { OrganizationProvider } from "../../catalog/server/organization-provider.ts";
import { checkFormats } from "../output/check/render-check.ts";
import { parseKeycloakVersion } from "./parse-keycloak-version.ts";

/** `--json`, for programs that read the result. */
export const jsonOption = () => new Option("--json", "print JSON");

/** `--format` of a check. */
export const checkFormatOption = () =>
  new Option("--format <format>", "format of the findings")
    .choices(checkFormats)
    .default("text" as const);

const providers = ["native", "phaseTwo"] as const satisfies readonly OrganizationProvider[];

/** `--organizations`: Keycloak's own roles for organizations, or those of Phase Two's extension. */
export const organizationsOption = () =>
  new Option("--organizations <provider>", "which roles for organizations the server uses")
    .choices(providers)
    .default("native" as const);

/**
 * `--keycloak`: the server's version. What it allows is told by the measurement of its minor; of one that
 * came after the newest measured minor, by that one.
 */
export const keycloakOption = () =>
  new Option(
    "--keycloak <version>",
    `the server's version, such as 26.7 or 26.8.2 (measured: ${measuredMinors.join(", ")})`,
  ).argParser(parseKeycloakVersion);

/** `--allow-unknown-field`, which may be given several times. */
export const unknownFieldOption = () =>
  new Option("--allow-unknown-field <name>", "a field that Keycloak doesn't have")
    .argParser((name, all: readonly string[]) => [...all, name])
    .default([], "none");
