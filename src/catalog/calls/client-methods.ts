import type { CallTemplate } from "./call-template.ts";
import javaClient from "./java-client.json" with { type: "json" };
import javascriptClient from "./javascript-client.json" with { type: "json" };

/** A method of an interface of the Java client: a call, or another interface below a path. */
export interface JavaMethod {
  /** Undefined for a method that returns another interface. */
  readonly method: string | undefined;
  /** Relative to the path of its interface, without a leading slash; empty for that path itself. */
  readonly path: string;
  /** The interface that is returned. */
  readonly next: string | undefined;
}

function readJavaMethod(text: string): JavaMethod {
  const [method = "", first = "", ...rest] = text.split(" ");
  return method === ">"
    ? { method: undefined, path: rest.join(" "), next: first }
    : { method, path: first, next: undefined };
}

/**
 * The methods of Keycloak's Java client by interface and name, from the annotations of its
 * interfaces; without overloaded methods that make different calls.
 *
 * @see [keycloak-admin-client 26.0](https://github.com/keycloak/keycloak-client/tree/main/admin-client)
 */
export const javaMethods: ReadonlyMap<string, ReadonlyMap<string, JavaMethod>> = new Map(
  Object.entries(javaClient).map(([type, methods]) => [
    type,
    new Map(Object.entries(methods).map(([name, text]) => [name, readJavaMethod(text)])),
  ]),
);

function readCall(text: string): CallTemplate {
  const [method = "", path = ""] = text.split(" ");
  return { method, path };
}

/**
 * The methods of Keycloak's JavaScript client by resource and name, such as `users` and `find`. A test compares
 * them with the client itself.
 *
 * @see [@keycloak/keycloak-admin-client](https://www.npmjs.com/package/@keycloak/keycloak-admin-client)
 */
export const javascriptMethods: ReadonlyMap<string, ReadonlyMap<string, CallTemplate>> = new Map(
  Object.entries(javascriptClient).map(([resource, methods]) => [
    resource,
    new Map(Object.entries(methods).map(([name, text]) => [name, readCall(text)])),
  ]),
);
