// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { OwnCall } from "../../../../src/panel/check/OwnCall.tsx";
import { PanelContext } from "../../../../src/panel/context/panel-context.ts";
import "../../../../src/panel/context/asked-texts.ts";
import { makeContext } from "../make-context.ts";
import { makeLogin } from "../make-login.ts";
import { makePromise } from "../make-promise.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("the answer names the call that was made, though another one would be made by now", async () => {
  const answer = makePromise<Response>();
  vi.stubGlobal("fetch", () => answer.promise);
  const login = makeLogin();
  const callOf = (address: string) => (
    <PanelContext.Provider value={makeContext()}>
      <OwnCall clientId="api" login={login} address={address} credential={async () => "secret"} />
    </PanelContext.Provider>
  );
  const { rerender } = render(callOf("https://kc/admin/realms/demo/users"));
  await userEvent.click(screen.getByTestId("fix-call"));
  rerender(callOf("https://kc/admin/realms/demo/events"));
  answer.resolve(new Response(null, { status: 403 }));
  const found = screen.getByTestId("check-call");
  await waitFor(() => expect(found.textContent).toContain("403"));
  expect(found.textContent).toContain("demo/users");
  expect(found.textContent).not.toContain("demo/events");
});
