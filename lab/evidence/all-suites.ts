import { newestVersion, supportedVersions } from "../../tools/keycloak/supported-versions.ts";
import { type Suite, scriptSuite } from "./suite.ts";

/** Those on the newest Keycloak and without one, the shortest first: what is broken is to show early. */
export const allSuites: readonly Suite[] = [
  scriptSuite({
    id: "guards",
    proves: "For each guard, a test fails when it is removed from the code.",
    script: "test:mutation",
    arguments: ["--guards"],
  }),
  scriptSuite({
    id: "records",
    proves:
      "The records of 100 changes say the same as the server's admin events, and forged records are noticed.",
    script: "test:records",
  }),
  scriptSuite({
    id: "escalations",
    proves: `Each attempt to escalate with an admin role has the stored outcome on ${newestVersion}.`,
    script: "escalations",
    arguments: ["--keycloak", newestVersion, "--compare"],
    isUncounted: true,
  }),
  scriptSuite({
    id: "full-scope",
    proves: "Tokens and calls of 200 clients stay the same when full scope is turned off.",
    script: "test:full-scope",
    page: "readiness.md#proof",
  }),
  scriptSuite({
    id: "measure",
    proves: `On ${newestVersion}, each admin role allows the calls that are stored for it.`,
    script: "measure",
    // An interrupted measurement would go on with the answers of another state.
    arguments: ["--keycloak", newestVersion, "--compare", "--fresh"],
    isUncounted: true,
  }),
  scriptSuite({
    id: "ends",
    proves: "Roles end on a real server as planned, also after its restart, and nothing else ends.",
    script: "test:ends",
  }),
  scriptSuite({
    id: "use",
    proves:
      "The known calls of each preset work with only the access that `presets advise` recommends.",
    script: "test:use",
  }),
  scriptSuite({
    id: "screenshots",
    proves: "The pictures in the documentation are of this state.",
    script: "screenshots",
    page: "images/",
    isUncounted: true,
  }),
  scriptSuite({
    id: "docs",
    proves: "The commands of the README and the documentation work as written.",
    script: "test:docs",
    usesCommit: true,
  }),
  scriptSuite({
    id: "handover",
    proves: "Exports and examples of Connect work in the tools that they are for.",
    script: "test:handover",
  }),
  scriptSuite({
    id: "peers",
    proves:
      "`presets check` and `presets report` find admin access without a false alarm, and the figures beside other tools are of this state.",
    script: "peers",
    page: "peers.md",
    isUncounted: true,
  }),
  scriptSuite({
    id: "test",
    proves: "Types, lint, dead code, unit tests and end-to-end tests pass in a clean clone.",
    script: "test",
    inClone: true,
  }),
  scriptSuite({
    id: "gate",
    proves: "`presets check` lets no random realm document with admin access pass.",
    script: "test:gate",
    page: "gate.md",
  }),
  scriptSuite({
    id: "states",
    proves: "In random states, what tab, list, access check and search say is true.",
    script: "test:states",
    page: "testing.md#random-states",
  }),
  scriptSuite({
    id: "deployments",
    proves: "Stories pass on PostgreSQL, in a cluster, and with other paths and themes.",
    script: "test:deployments",
    page: "deployments.md",
  }),
  scriptSuite({
    id: "bench",
    proves: "Applying, the list, the search and `presets report` keep their budgets.",
    script: "bench",
    arguments: ["apply", "list", "report"],
    page: "benchmarks.md",
    isUncounted: true,
  }),
  scriptSuite({
    id: "bench-realms",
    proves: "The tab and the list keep their budgets on a server with 2,000 realms.",
    script: "bench",
    arguments: ["realms"],
    page: "benchmarks.md",
    isUncounted: true,
  }),
  scriptSuite({
    id: "mutants",
    proves: "The unit tests notice at least 80 % of small changes to decisions.",
    script: "test:mutation",
    arguments: ["--mutants"],
  }),
  scriptSuite({
    id: "faults",
    proves: "After each fault at each request, nothing is lost, added or reported falsely.",
    script: "test:faults",
    page: "faults.md",
  }),
  // A suite for each, so that only a version on which something failed is run again.
  ...supportedVersions.map((version) =>
    scriptSuite({
      id: `versions-${version}`,
      proves: `All end-to-end tests pass on Keycloak ${version}, none of them on retry.`,
      script: "test:versions",
      arguments: [version],
      page: "../README.md#supported-keycloak-versions",
    }),
  ),
];
