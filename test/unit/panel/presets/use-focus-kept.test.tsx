// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useFocusKept } from "../../../../src/panel/presets/use-focus-kept.ts";

afterEach(cleanup);

interface ShownProps {
  readonly hasButton: boolean;
  readonly isBusy?: boolean;
}

function Shown({ hasButton, isBusy = false }: ShownProps) {
  const { target, around } = useFocusKept(isBusy);
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

test("while a change runs, nothing gets the focus, and the target gets it once the change is done", () => {
  const { rerender } = render(<Shown hasButton isBusy />);
  screen.getByRole("button").focus();
  rerender(<Shown hasButton={false} isBusy />);
  expect(focused()).toBe(document.body);
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
