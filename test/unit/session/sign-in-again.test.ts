// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { isSignedInAgain, signInAgain } from "../../../src/session/sign-in-again.ts";

afterEach(() => vi.unstubAllGlobals());

test.each([
  ["#/a/clients/1/tab", "#/a/clients/1/tab?signedInAgain=true"],
  ["#/a/clients/1/tab?preset=x", "#/a/clients/1/tab?preset=x&signedInAgain=true"],
  ["#/a/clients/1/tab?signedInAgain=true", "#/a/clients/1/tab?signedInAgain=true"],
])(
  "signing in again loads the page again, and its address says so afterwards (%s)",
  (before, after) => {
    const page = {
      hash: before,
      get href() {
        return `https://kc.example.org/admin/${page.hash}`;
      },
      replace: vi.fn((href: string) => {
        page.hash = new URL(href).hash;
      }),
      reload: vi.fn(),
    };
    vi.stubGlobal("location", page);
    expect(isSignedInAgain()).toBe(before === after);
    signInAgain();
    expect(page.hash).toBe(after);
    expect(isSignedInAgain()).toBe(true);
    expect(page.reload).toHaveBeenCalledOnce();
  },
);
