import type { Preset } from "./presets.ts";
import { promisedCalls } from "./promised-calls.ts";

const organizations = "/realms/{}/orgs";

/** The promised calls of presets for organizations with Phase Two's extension. */
const promisedByPhaseTwo: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "organization-management",
    [
      `GET${organizations}/{}`,
      `POST${organizations}`,
      `PUT${organizations}/{}`,
      `DELETE${organizations}/{}`,
      `GET${organizations}/{}/members`,
      "GET/users",
    ],
  ],
  ["organization-lookup", [`GET${organizations}/{}`, `GET${organizations}/{}/members`]],
  [
    "organization-onboarding",
    [
      `GET${organizations}/{}`,
      `PUT${organizations}/{}`,
      `PUT${organizations}/{}/members/{}`,
      `POST${organizations}/{}/invitations`,
    ],
  ],
  [
    "organization-single-sign-on",
    [`PUT${organizations}/{}`, `POST${organizations}/{}/idps`, `PUT${organizations}/{}/idps/{}`],
  ],
  [
    "tenant-onboarding",
    [
      `PUT${organizations}/{}`,
      "POST/users",
      `PUT${organizations}/{}/members/{}`,
      `POST${organizations}/{}/idps`,
    ],
  ],
  ["organization-creation", [`POST${organizations}`]],
]);

/** The keys of a preset's promised calls, for the provider of its roles. */
export function promisedBy({ id, provider }: Pick<Preset, "id" | "provider">): readonly string[] {
  return (provider === "phaseTwo" ? promisedByPhaseTwo : promisedCalls).get(id) ?? [];
}
