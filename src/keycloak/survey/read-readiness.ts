import type { ReadinessFacts } from "../../access/readiness/client-readiness.ts";
import type { ChosenThemes } from "../../access/readiness/theme-readiness.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import { attributesOf } from "../api/attributes-of.ts";
import { fieldsOf, itemsOf } from "../api/parse-answers.ts";
import { readPagesAtOnce } from "../api/read-pages.ts";
import { type ListedClient, parseListedClients } from "./parse-survey-answers.ts";
import { readThemeSettings } from "./read-theme-settings.ts";

/** What decides whether a client is ready, without its roles. */
export interface ListedForReadiness
  extends Pick<
    ReadinessFacts,
    "clientId" | "bearerOnly" | "fullScopeAllowed" | "adminClientScope"
  > {
  readonly clientUuid: string;
  /** Whether it can sign in as a service account. */
  readonly isOn: boolean;
  /** The login theme that it uses in place of the realm's. */
  readonly loginTheme: string | undefined;
}

/** The clients of a realm, and its themes; undefined for what can't be seen. */
export interface ReadinessBasis {
  readonly clients: readonly ListedForReadiness[] | undefined;
  readonly themes: ChosenThemes | undefined;
}

/**
 * How a client has the client scope for the Admin API. From Keycloak 26.8, the lists are empty for callers who can't
 * see client scopes, so two empty lists say nothing.
 *
 * @see [Migrating to 26.8.0](https://www.keycloak.org/docs/26.8.0/upgrading/)
 */
const adminClientScopeOf = (client: ListedClient) =>
  client.defaultClientScopes.size + client.optionalClientScopes.size === 0
    ? undefined
    : client.adminClientScope;

function parsePage(answer: unknown): readonly ListedForReadiness[] {
  const attributes = itemsOf(answer).map((item) => attributesOf(fieldsOf(item)));
  return parseListedClients(answer).map((client, place) => ({
    clientUuid: client.clientUuid,
    clientId: client.clientId,
    bearerOnly: client.bearerOnly,
    fullScopeAllowed: client.fullScopeAllowed,
    adminClientScope: adminClientScopeOf(client),
    isOn: client.isOn,
    loginTheme: attributes[place]?.get("login_theme"),
  }));
}

async function unlessForbidden<Answer>(read: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await read;
  } catch (thrown) {
    if (isForbidden(thrown)) return undefined;
    throw thrown;
  }
}

/**
 * Reads all clients of a realm, and its themes: a request for each 100 clients and one more.
 *
 * @throws AdminApiError when a request fails for another reason than lacking rights
 */
export async function readReadiness(api: AdminApi): Promise<ReadinessBasis> {
  const { call, clients } = api;
  const readClients = async () => {
    const found: ListedForReadiness[] = [];
    await readPagesAtOnce(
      (page) => call("survey", async () => parsePage(await clients.find({ ...page }))),
      (page) => {
        found.push(...page);
      },
    );
    return found;
  };
  const [all, themes] = await Promise.all([
    unlessForbidden(readClients()),
    unlessForbidden(readThemeSettings(api)),
  ]);
  // An administrator who may only search for clients gets an empty list: each realm has clients.
  return { clients: all?.length === 0 ? undefined : all, themes };
}
