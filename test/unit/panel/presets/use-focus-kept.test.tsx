// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useFocusKept } from "../../../../src/panel/presets/use-focus-kept.ts";

afterEach(cleanup);

function Shown({ hasButton }: { readonly hasButton: boolean }) {
  const { target, around } = useFocusKept();
  return (
    <>
      <input data-testid="outside" />
      <div {...around}>
        {hasButton ? <button type="button">Continue</button> : null}
        <div ref={target} tabIndex={-1} data-testid="target" />
      </div>
    </>
  );
}

const focused = () => document.activeElement;

test("when what has the focus is removed, the target gets it", () => {
  const { rerender } = render(<Shown hasButton />);
  screen.getByRole("button").focus();
  rerender(<Shown hasButton={false} />);
  expect(focused()).toBe(screen.getByTestId("target"));
});

test("what has the focus elsewhere keeps it", () => {
  const { rerender } = render(<Shown hasButton />);
  screen.getByRole("button").focus();
  screen.getByTestId("outside").focus();
  rerender(<Shown hasButton={false} />);
  expect(focused()).toBe(screen.getByTestId("outside"));
});

test("where nothing had the focus, nothing gets it", () => {
  const { rerender } = render(<Shown hasButton />);
  rerender(<Shown hasButton={false} />);
  expect(focused()).toBe(document.body);
});
