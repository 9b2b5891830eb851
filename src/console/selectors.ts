/*
 * The elements that this product looks for in the console's pages. `expectedOn` below lists the
 * pages of each selector. Unit tests check it against pages recorded from each supported minor
 * version, and a nightly workflow against Keycloak's nightly build (lab/console-fixtures.ts).
 */

/** The element that the server writes the console's environment into. */
export const environmentElement = "#environment";

/**
 * A list of tabs, and a tab's link in it. The list is found by the class of PatternFly 5: panels bring no
 * styles of their own, so on a console with another PatternFly they would have none. There, no list is
 * found, and nothing is added.
 */
export const tabList = ".pf-v5-c-tabs__list";
export const tabLink = "a[role=tab][href]";

/** The content of a tab, after its bar. */
export const tabPanel = "section[role=tabpanel]";

/** The class of the open tab's item. */
export const currentClass = "pf-m-current";

/** The tab bar of a client's page, scroll buttons included, and some of its tabs. */
export const clientTabBar = "[data-testid=client-tabs]";
export const clientScopesTab = "[data-testid=clientScopesTab]";
export const serviceAccountTab = "[data-testid=serviceAccountTab]";
export const sessionsTab = "[data-testid=sessionsTab]";

/** The heading of a client's page. Labels in its section name the protocol, in all languages. */
export const clientHeading = "[data-testid=view-header]";
export const headingLabel = "[class*=c-label__text]";

/** The tab with the list of clients. The link of its address sets it apart from other lists. */
export const clientsListTab = `${tabList} ${tabLink}[data-testid=list][href*="/clients/list"]`;

/**
 * The recorded pages of the console:
 *
 * - `document`: what the server sends as the page.
 * - `client-with-account`, `client-without-account`: confidential clients, service accounts on and off.
 * - `client-narrow`: the first one in a window that is too narrow for its tabs.
 * - `client-public`, `client-saml`, `client-bearer-only`: clients of these kinds.
 * - `clients`: the list of a realm's clients.
 */
export const recordedPages = [
  "document",
  "client-with-account",
  "client-narrow",
  "client-without-account",
  "client-public",
  "client-saml",
  "client-bearer-only",
  "clients",
] as const;

export type RecordedPage = (typeof recordedPages)[number];

const isDocument = (page: RecordedPage) => page === "document";
const isClients = (page: RecordedPage) => page === "clients";
const isClient = (page: RecordedPage) => page.startsWith("client-");
const hasTabs = (page: RecordedPage) => page !== "document";
const hasClientScopes = (page: RecordedPage) => isClient(page) && page !== "client-bearer-only";
const hasAccount = (page: RecordedPage) =>
  page === "client-with-account" || page === "client-narrow";

/** The recorded pages on which each selector matches. It matches on no other page. */
export const expectedOn: readonly (readonly [
  selector: string,
  isExpected: (page: RecordedPage) => boolean,
])[] = [
  [environmentElement, isDocument],
  [tabList, hasTabs],
  [tabLink, hasTabs],
  [tabPanel, hasTabs],
  [clientTabBar, isClient],
  [clientHeading, isClient],
  [headingLabel, isClient],
  [sessionsTab, isClient],
  [clientScopesTab, hasClientScopes],
  [serviceAccountTab, hasAccount],
  [clientsListTab, isClients],
];
