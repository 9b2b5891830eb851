import { z } from "zod";
import { type JarFacts, jarFile, ownTheme } from "../../catalog/server/own-theme.ts";
import { encodeRealm } from "../../session/encode-realm.ts";
import { type Answer, ask } from "./ask.ts";
import { type ConsolePage, readConsolePage } from "./console-page.ts";

/** The JAR that a server has, as far as its file says so. */
export type JarState =
  | ({ readonly kind: "there" } & JarFacts)
  | { readonly kind: "missing" }
  /** Something else answered than Keycloak would. */
  | { readonly kind: "unclear"; readonly status: number }
  /** The page doesn't say where the server has its resources, and they aren't where newer servers have them. */
  | { readonly kind: "notFound" };

/** What was read of the console of a realm, without credentials. */
export interface ConsoleFacts {
  readonly server: string;
  readonly realm: string;
  /** Address of the console. */
  readonly address: string;
  readonly answer: Answer;
  readonly page: ConsolePage;
  readonly jar: JarState;
  /** Our entry script on the page; undefined if there is none. */
  readonly ownScript: string | undefined;
  /**
   * What answered to our entry script: that of the page, otherwise that of the JAR. Undefined where
   * neither is known.
   */
  readonly script: { readonly address: string; readonly answer: Answer } | undefined;
  /** The page of the account console, which shows whether other themes come from this extension. */
  readonly accountPage: Answer;
}

const jarSchema = z.object({ version: z.string(), parent: z.string(), script: z.string() });

function jarStateOf({ status, text }: Answer, isPlaceKnown: boolean): JarState {
  if (status === 404) return { kind: isPlaceKnown ? "missing" : "notFound" };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: "unclear", status };
  }
  const parsed = jarSchema.safeParse(json);
  return status === 200 && parsed.success
    ? { kind: "there", ...parsed.data }
    : { kind: "unclear", status };
}

/** Entry scripts of this extension, in our theme or in a child of it. */
const ownScriptAddress = /\/admin\/[^/]+\/js\/main-[A-Z0-9]{8}\.js$/;

/**
 * Reads a file of the theme resources. Newer servers redirect any tag of five characters to their own (26.0.8
 * answers 404, 26.7.3 redirects). Other redirects aren't followed.
 *
 * @see [ThemeResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/ThemeResource.java)
 */
async function askResource(address: string): Promise<Answer> {
  const answer = await ask(address);
  if (answer.location === undefined || !URL.canParse(answer.location, address)) return answer;
  const [from, to] = [new URL(address), new URL(answer.location, address)];
  const behindTag = ({ pathname }: URL) =>
    pathname.replace(/\/resources\/[0-9a-z]{5}\//, "/resources/");
  const isOtherTag = from.origin === to.origin && behindTag(from) === behindTag(to);
  return isOtherTag ? ask(to.href) : answer;
}

/**
 * Reads the console of a realm and what the server has of this extension, as anyone can who reaches it.
 *
 * @param server base address of the server, relative path included
 * @throws CliError if the server can't be reached
 */
export async function askConsole(server: string, realm: string): Promise<ConsoleFacts> {
  const address = `${server}/admin/${encodeRealm(realm)}/console/`;
  const answer = await ask(address);
  const page = readConsolePage(answer.text, address);
  const resources = page.resources ?? `${server}/resources/aaaaa`;
  // Caches that don't heed the request must not answer with the file of an older JAR.
  const fresh = `?doctor=${Date.now()}`;
  const jarAnswer = await askResource(`${resources}/common/${ownTheme}/${jarFile}${fresh}`);
  const jar = jarStateOf(jarAnswer, page.resources !== undefined);
  const ownScript = page.scripts.find((src) => ownScriptAddress.test(src));
  const script =
    ownScript ??
    (jar.kind === "there" ? `${resources}/admin/${ownTheme}/${jar.script}` : undefined);
  return {
    server,
    realm,
    address,
    answer,
    page,
    jar,
    ownScript,
    script:
      script === undefined ? undefined : { address: script, answer: await askResource(script) },
    accountPage: await ask(`${server}/realms/${encodeRealm(realm)}/account/`),
  };
}
