import { createAdminApi, type TokenSource } from "../../../src/keycloak/api/admin-api.ts";
import { loadMeasured } from "./load-measured.ts";
import { type ListStatements, readList } from "./read-list.ts";
import { type Looked, readTab, type TabStatements } from "./read-tab.ts";

/** An administrator who looks at a realm. */
export interface Look {
  readonly baseUrl: string;
  readonly realm: string;
  readonly tokens: TokenSource;
}

/** What the product says to an administrator, by the functions that tab, list, access check and search use. */
export interface Product {
  readonly list: (look: Look) => Promise<ListStatements>;
  readonly tab: (look: Look, client: Looked) => Promise<TabStatements>;
}

/**
 * The product on a server of a version.
 *
 * @throws where the version's minor was not measured
 */
export async function loadProduct(version: string): Promise<Product> {
  const measured = await loadMeasured(version);
  const apiOf = ({ baseUrl, realm, tokens }: Look) => createAdminApi(baseUrl, realm, tokens);
  return {
    list: (look) => readList(apiOf(look), version),
    tab: (look, client) => readTab(apiOf(look), client, measured),
  };
}
