// @vitest-environment happy-dom
import { renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { usePanelContext } from "../../../../src/panel/context/panel-context.ts";
import { useKnowledge } from "../../../../src/panel/context/use-knowledge.ts";

test.each([usePanelContext, useKnowledge])("%o fails loudly outside of a panel", (hook) => {
  // React writes down what was thrown, too.
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  expect(() => renderHook(() => void hook())).toThrow("outside");
});
