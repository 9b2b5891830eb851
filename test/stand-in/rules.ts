import { adminClientScopeName } from "../../src/catalog/server/admin-client-scope.ts";
import { answerEntryScript, renameEntryScript } from "./entry-script.ts";

/** Sends a request to the Keycloak behind the stand-in. */
export type Forward = (request: Request) => Promise<Response>;

/** What isn't the same for all callers, or on all servers. */
export interface StandInOptions {
  /** Whether an access token has the client scope for the Admin API. */
  readonly carriesScope?: (token: string) => boolean;
  /** Whether each caller is answered as one who may not see client scopes: no role of 26.7 takes that right away alone. */
  readonly hidesClientScopes?: boolean;
}

/** What 26.8 shows in place of a secret. */
const mask = "**********";

/**
 * Answers as Keycloak 26.8.2 does in what matters to this product, with an older Keycloak behind it. It is not
 * Keycloak 26.8.2, which wasn't available: each rule names the change that it stands for. Two more changes need
 * no rule, because Keycloak 26 answers so already (contract cases in `reading-rights-cases.ts`): the realm's list of client
 * scopes is empty for callers who may not view clients, and scope mappings leave out roles that the caller
 * can't see. Protocol mappers, which only realm administrators may write now, are none of this product's.
 *
 * @see [Migrating to 26.8.2](https://www.keycloak.org/docs/26.8.2/upgrading/)
 */
export function standIn(
  forward: Forward,
  { carriesScope = hasScopeClaim, hidesClientScopes = false }: StandInOptions = {},
): Forward {
  return async (request) => {
    const token = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
    if (token !== undefined && isOfAdminApi(request) && !carriesScope(token)) {
      return Response.json({ error: "HTTP 401 Unauthorized" }, { status: 401 });
    }
    const entryScript = answerEntryScript(request);
    if (entryScript !== undefined) return entryScript;
    const answer = await forward(request);
    if (request.method !== "GET") return answer;
    if (isOfNoWorkflows(request, answer)) return Response.json([]);
    if (!answer.ok) return answer;
    const renamed = await renameEntryScript(request, answer);
    if (renamed !== undefined) return renamed;
    const masked = await maskSecrets(request, answer, forward);
    return hidesClientScopes ? withoutClientScopes(request, masked) : masked;
  };
}

const pathOf = ({ url }: Pick<Request, "url">) => new URL(url).pathname;

/**
 * The Admin API takes only tokens with the client scope `kc-admin-api`, and answers 401 to others. The real
 * server also compares the audience that this scope adds, which is left out here.
 *
 * @see [The same change, met by Apache Camel](https://issues.apache.org/jira/browse/CAMEL-26902)
 */
const isOfAdminApi = (request: Request) =>
  /\/admin\/(realms|serverinfo)(\/|$)/.test(pathOf(request));

/** Reads it from the claim `scope`; the Keycloak behind checks the token itself. */
function hasScopeClaim(token: string): boolean {
  try {
    const { scope } = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    return String(scope).split(" ").includes(adminClientScopeName);
  } catch {
    // It is no JWT, and the Keycloak behind refuses it.
    return true;
  }
}

/**
 * A list of workflows, which are on since 26.6: where an older Keycloak is behind, its realms have none.
 *
 * @see [Workflows in 26.6](https://www.keycloak.org/docs/latest/release_notes/index.html)
 */
const isOfNoWorkflows = (request: Request, { status }: Response) =>
  status === 404 &&
  /\/admin\/realms\/[^/]+\/workflows(\/scheduled\/[^/]+)?\/?$/.test(pathOf(request));

const ofClients = /\/admin\/realms\/[^/]+\/clients\/?$/;
const ofClient = /\/admin\/realms\/[^/]+\/clients\/[^/]+\/?$/;
const ofSecret = /\/client-secret\/?$/;

/**
 * Callers who may view a client but not manage it get a mask in place of its secret.
 *
 * @see [Masked client secrets, issue 49220](https://github.com/keycloak/keycloak/issues/49220)
 */
async function maskSecrets(
  request: Request,
  answer: Response,
  forward: Forward,
): Promise<Response> {
  const path = pathOf(request);
  if (ofClients.test(path)) {
    const clients: unknown = await answer.json();
    return Response.json(Array.isArray(clients) ? clients.map(withMaskedSecret) : clients);
  }
  if (ofClient.test(path)) return Response.json(withMaskedSecret(await answer.json()));
  if (!ofSecret.test(path)) return answer;
  const client = new URL(path.replace(ofSecret, ""), request.url);
  const owner = await forward(new Request(client, { headers: request.headers }));
  const credential = fieldsIn(await answer.json());
  const isManaged = owner.ok && mayManage(await owner.json());
  return Response.json(isManaged ? credential : { ...credential, value: mask });
}

const ofScopes = /\/(client-scopes|(default|optional)-client-scopes)\/?$/;

/**
 * Callers who may not see client scopes get empty lists of them, also within a client.
 *
 * @see [Migrating to 26.8.2](https://www.keycloak.org/docs/26.8.2/upgrading/)
 */
async function withoutClientScopes(request: Request, answer: Response): Promise<Response> {
  const path = pathOf(request);
  if (ofScopes.test(path)) return Response.json([]);
  if (!ofClients.test(path) && !ofClient.test(path)) return answer;
  const body: unknown = await answer.json();
  const empty = { defaultClientScopes: [], optionalClientScopes: [] };
  const emptied = (client: unknown) => ({ ...fieldsIn(client), ...empty });
  return Response.json(Array.isArray(body) ? body.map(emptied) : emptied(body));
}

function withMaskedSecret(client: unknown): unknown {
  const fields = fieldsIn(client);
  return mayManage(client) || fields["secret"] === undefined ? client : { ...fields, secret: mask };
}

/** Keycloak itself says what the caller may do to a client. */
const mayManage = (client: unknown) => fieldsIn(fieldsIn(client)["access"])["manage"] === true;

const fieldsIn = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === "object" && body !== null ? Object.fromEntries(Object.entries(body)) : {};
