import { wholePath } from "../../catalog/calls/call-template.ts";
import { javaMethods, javascriptMethods } from "../../catalog/calls/client-methods.ts";
import type { Mention } from "./mention.ts";
import { endOfGroup } from "./read-literal.ts";
import { lastName } from "./value-name.ts";

/** `kcAdminClient.users.find(`; without a client in front only where the text begins so. */
const javascriptCall =
  /([\w$]{0,60}\.|^[ \t]{0,40}(?:await[ \t])?)(\w{1,40})\.(\w{1,60})\s?(?=\(|$)/gm;
const namesClient = /(?:client|admin|keycloak|kc)\w*\.$/i;

/** The calls of Keycloak's JavaScript client in a text, such as `kcAdminClient.users.find({ max: 10 })`. */
function readJavascriptCalls(text: string): readonly Mention[] {
  return [...text.matchAll(javascriptCall)].flatMap(([, before = "", resource = "", name = ""]) => {
    const call = javascriptMethods.get(resource)?.get(name);
    const isOfClient =
      namesClient.test(before) || before.trim() === "" || before.trim() === "await";
    return call === undefined || !isOfClient
      ? []
      : [{ method: call.method, address: wholePath(call.path) }];
  });
}

/** An interface of the Java client, and the path that led there. */
interface Place {
  readonly type: string;
  readonly path: string;
}

const realm: Place = { type: "RealmResource", path: "" };

/** Where a variable may lead that is called as its interface is, where only one path does. */
const placesByName = new Map<string, Place>([
  ["realmresource", realm],
  ["usersresource", { type: "UsersResource", path: "/users" }],
  ["userresource", { type: "UserResource", path: "/users/{id}" }],
  ["groupsresource", { type: "GroupsResource", path: "/groups" }],
  ["groupresource", { type: "GroupResource", path: "/groups/{id}" }],
  ["clientsresource", { type: "ClientsResource", path: "/clients" }],
  ["clientresource", { type: "ClientResource", path: "/clients/{id}" }],
  ["clientscopesresource", { type: "ClientScopesResource", path: "/client-scopes" }],
  [
    "identityprovidersresource",
    { type: "IdentityProvidersResource", path: "/identity-provider/instances" },
  ],
  ["organizationsresource", { type: "OrganizationsResource", path: "/organizations" }],
]);

/** The names of a chain of calls, `realm("x").users().get(id)`, and where it ends. */
function chainAt(
  text: string,
  start: number,
): { readonly names: readonly string[]; readonly end: number } {
  const names: string[] = [];
  const link = /\s*\.\s*(\w+)\s*(?=\()/y;
  let end = start;
  for (;;) {
    link.lastIndex = end;
    const found = link.exec(text);
    const next = found && endOfGroup(text, link.lastIndex);
    if (!found || next === null || next === undefined) return { names, end };
    names.push(found[1] ?? "");
    end = next;
  }
}

/** Follows a chain from an interface to a call, or to another interface. */
function follow(from: Place, names: readonly string[]): Mention | Place | undefined {
  let place = from;
  for (const name of names) {
    const found = javaMethods.get(place.type)?.get(name);
    if (found === undefined) return undefined;
    const path = [place.path, ...(found.path === "" ? [] : [found.path])].join("/");
    if (found.method !== undefined) {
      return {
        method: found.method,
        address: wholePath(path === "" ? "/admin/realms/{realm}" : path),
      };
    }
    place = { type: found.next ?? "", path };
  }
  return place;
}

const isPlace = (found: Mention | Place): found is Place => "type" in found;

/** Where a chain begins that has this in front of it: `keycloak.realm("x")`, a variable, or neither. */
function beginningOf(names: readonly string[], variable: Place | undefined) {
  const ofRealm = names.indexOf("realm");
  if (ofRealm >= 0) return { place: realm, rest: names.slice(ofRealm + 1) };
  const ofRealms = names.indexOf("realms");
  if (ofRealms >= 0) {
    return {
      place: { type: "RealmsResource", path: "/admin/realms" },
      rest: names.slice(ofRealms + 1),
    };
  }
  if (variable !== undefined) return { place: variable, rest: names };
  // A method of the program's own, such as `getRealm().users()`.
  const first = names.findIndex(
    (name) => javaMethods.get("RealmResource")?.get(name)?.next !== undefined,
  );
  return first < 0 ? undefined : { place: realm, rest: names.slice(first) };
}

/** The calls of Keycloak's Java client in a text, such as `keycloak.realm(r).users().get(id).logout()`. */
function readJavaCalls(text: string): readonly Mention[] {
  const variables = new Map(placesByName);
  const mentions: Mention[] = [];
  const start =
    /(?:\b(\w{1,60})\s{0,9}=\s{0,9})?\b([\w$]{1,60})(?:\([^()]{0,200}\))?(?=\s{0,60}\.\s{0,9}\w{1,60}\s?\()/g;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const [, assigned, first = ""] = found;
    const ownName = found[0].endsWith(")") ? [first] : [];
    const { names, end } = chainAt(text, start.lastIndex);
    const beginning = beginningOf([...ownName, ...names], variables.get(lastName(first)));
    const reached = beginning && follow(beginning.place, beginning.rest);
    if (reached === undefined) continue;
    start.lastIndex = end;
    if (!isPlace(reached)) mentions.push(reached);
    else if (assigned !== undefined) variables.set(lastName(assigned), reached);
  }
  return mentions;
}

/** The calls of Keycloak's own clients for Java and JavaScript in a text. */
export function readClientCalls(text: string): readonly Mention[] {
  return [...readJavascriptCalls(text), ...readJavaCalls(text)];
}
