// @vitest-environment happy-dom
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { PanelContext } from "../../../../src/panel/context/panel-context.ts";
import { useLogin } from "../../../../src/panel/context/use-login.ts";
import type { Login } from "../../../../src/session/create-login.ts";
import { makeContext } from "../make-context.ts";
import { makePromise } from "../make-promise.ts";

const makeLogin = (realm: string, isReachable: Login["isReachable"]): Login => ({
  issuer: `https://kc/realms/${realm}`,
  tokenEndpoint: `https://kc/realms/${realm}/token`,
  isReachable,
  requestToken: () => Promise.reject(new Error("Nobody asks for a token here.")),
  createKeyPair: undefined,
});

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

test("the token endpoint is known before it is known whether it answers", async () => {
  const answers = makePromise<boolean>();
  const { result } = open(async (realm) => makeLogin(realm, () => answers.promise));
  expect(result.current).toEqual({ login: undefined, isReachable: undefined });
  await waitFor(() => expect(result.current.login?.tokenEndpoint).toContain("first"));
  expect(result.current.isReachable).toBe(undefined);
  answers.resolve(true);
  await waitFor(() => expect(result.current.isReachable).toBe(true));
});

test("a sign-in whose script does not load is told as one that can't be reached", async () => {
  const { result } = open(() => Promise.reject(new Error("The script is gone.")));
  await waitFor(() => expect(result.current.isReachable).toBe(false));
});

test("what fails for the realm before is not told of the realm that is shown", async () => {
  const first = makePromise<Login>();
  const { result, goTo } = open(async (realm) =>
    realm === "first" ? first.promise : makeLogin(realm, async () => true),
  );
  goTo("second");
  await waitFor(() => expect(result.current.isReachable).toBe(true));
  await act(async () => first.reject(new Error("The script is gone.")));
  expect(result.current.isReachable).toBe(true);
});

test("the token endpoint of the realm before is not shown as this realm's", async () => {
  const { result, goTo } = open((realm) =>
    realm === "first"
      ? Promise.resolve(makeLogin(realm, async () => true))
      : new Promise(() => undefined),
  );
  await waitFor(() => expect(result.current.isReachable).toBe(true));
  goTo("second");
  expect(result.current).toEqual({ login: undefined, isReachable: undefined });
});
