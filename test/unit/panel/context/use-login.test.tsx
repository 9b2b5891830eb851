// @vitest-environment happy-dom
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { PanelContext } from "../../../../src/panel/context/panel-context.ts";
import { useLogin } from "../../../../src/panel/context/use-login.ts";
import type { Login } from "../../../../src/session/create-login.ts";
import type { Discovered } from "../../../../src/session/discover.ts";
import { makeContext } from "../make-context.ts";
import { makeLogin } from "../make-login.ts";
import { makePromise } from "../make-promise.ts";

const addressesOf = (realm: string): Discovered => ({
  issuer: `https://kc/realms/${realm}`,
  tokenEndpoint: `https://kc/realms/${realm}/token`,
  mtlsTokenEndpoint: undefined,
});

const loginOf = (realm: string, discover: Login["discover"]) =>
  makeLogin({ ...addressesOf(realm), discover });

/** The hook on the page of a realm, which can become another one's. */
function open(loadLogin: PanelContext["loadLogin"]) {
  let context = makeContext({ realm: "first", loadLogin });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <PanelContext.Provider value={context}>{children}</PanelContext.Provider>
  );
  const { result, rerender } = renderHook(() => useLogin(), { wrapper });
  return {
    result,
    goTo: (realm: string) => {
      context = makeContext({ realm, loadLogin });
      rerender();
    },
  };
}

test("the addresses to be shown are those that the realm names, once it does", async () => {
  const named = makePromise<Discovered>();
  const { result } = open(async (realm) => loginOf(realm, () => named.promise));
  expect(result.current).toMatchObject({ login: undefined, addresses: undefined });
  await waitFor(() => expect(result.current.login?.tokenEndpoint).toContain("first"));
  expect(result.current.addresses).toBe(undefined);
  named.resolve(addressesOf("front end"));
  await waitFor(() => expect(result.current.addresses).toEqual(addressesOf("front end")));
});

test("where the realm names none, the addresses are those that follow from the page", async () => {
  const thrown = new Error("HTTPS required");
  const { result } = open(async (realm) => loginOf(realm, () => Promise.reject(thrown)));
  await waitFor(() => expect(result.current.discovery).toEqual({ kind: "failed", thrown }));
  expect(result.current.addresses).toEqual(addressesOf("first"));
});

test("a sign-in whose script does not load is told as one that can't be reached", async () => {
  const { result } = open(() => Promise.reject(new Error("The script is gone.")));
  await waitFor(() => expect(result.current.discovery.kind).toBe("failed"));
  expect(result.current.addresses).toBe(undefined);
});

test("what fails for the realm before is not told of the realm that is shown", async () => {
  const first = makePromise<Login>();
  const { result, goTo } = open(async (realm) =>
    realm === "first" ? first.promise : loginOf(realm, async () => addressesOf(realm)),
  );
  goTo("second");
  await waitFor(() => expect(result.current.discovery.kind).toBe("done"));
  await act(async () => first.reject(new Error("The script is gone.")));
  expect(result.current.addresses).toEqual(addressesOf("second"));
});

test("the addresses of the realm before are not shown as this realm's", async () => {
  const { result, goTo } = open((realm) =>
    realm === "first"
      ? Promise.resolve(loginOf(realm, async () => addressesOf(realm)))
      : new Promise(() => undefined),
  );
  await waitFor(() => expect(result.current.addresses).toEqual(addressesOf("first")));
  goTo("second");
  expect(result.current).toMatchObject({ login: undefined, addresses: undefined });
});
