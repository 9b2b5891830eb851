/** What a person does when the fault strikes, the roles held before and wanted after, and the plan's own roles. */
export interface BrowserScenario {
  readonly name: "apply" | "replace access" | "remove" | "undo";
  readonly holds: readonly string[];
  /** Admin roles mapped before what is done, and after it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Methods of the requests about role mappings, in their order. */
  readonly requests: readonly ("POST" | "DELETE" | "GET")[];
}

/** What happens to a request between the browser and the server. */
export const browserFaults = [
  "cut before",
  "cut after the server did it",
  "401",
  "403",
  "404",
  "409",
  "400",
  "429",
  "500",
  "HTML from a proxy",
  "duplicate",
] as const;

export type BrowserFault = (typeof browserFaults)[number];

/** One interrupted change in a browser. */
export interface BrowserCase {
  readonly scenario: BrowserScenario;
  /** Which of its requests the fault strikes, from 0. */
  readonly position: number;
  readonly fault: BrowserFault;
  /** What the person does after a problem is reported. */
  readonly wayOut: "Continue" | "Undo";
}

const scenarios: readonly BrowserScenario[] = [
  {
    name: "apply",
    holds: ["query-realms"],
    before: ["query-realms"],
    after: ["query-realms", "query-users", "view-users"],
    requests: ["POST", "GET"],
  },
  {
    name: "replace access",
    holds: ["query-realms"],
    before: ["query-realms"],
    after: ["query-users", "view-users"],
    requests: ["POST", "DELETE", "GET", "GET"],
  },
  {
    name: "remove",
    holds: ["query-realms", "query-users", "view-users"],
    before: ["query-realms", "query-users", "view-users"],
    after: ["query-realms"],
    requests: ["DELETE", "GET", "GET"],
  },
  {
    name: "undo",
    holds: ["query-realms"],
    before: ["query-realms", "query-users", "view-users"],
    after: ["query-realms"],
    requests: ["DELETE", "GET", "GET"],
  },
];

/** Every request of every scenario with every fault; Continue and Undo take turns. */
export const browserCases: readonly BrowserCase[] = scenarios.flatMap((scenario) =>
  scenario.requests.flatMap((_, position) =>
    browserFaults.map((fault, index): BrowserCase => {
      const isUndo = scenario.name === "undo" || (position + index) % 2 === 0;
      return { scenario, position, fault, wayOut: isUndo ? "Continue" : "Undo" };
    }),
  ),
);
