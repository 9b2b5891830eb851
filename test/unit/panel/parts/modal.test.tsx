// @vitest-environment happy-dom
import "../view-setup.ts";
import { render, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { Modal } from "../../../../src/panel/parts/patternfly/modal.tsx";

test("the page stays hidden behind a dialog when another one goes away that was never open", async () => {
  const page = render(<p>The page</p>).container;
  const closed = render(
    <Modal isOpen={false} title="Closed">
      Closed
    </Modal>,
  );
  const open = render(
    <Modal isOpen title="Open">
      Open
    </Modal>,
  );
  expect(page.getAttribute("aria-hidden")).toBe("true");
  closed.unmount();
  expect(page.getAttribute("aria-hidden")).toBeNull();
  await waitFor(() => expect(page.getAttribute("aria-hidden")).toBe("true"));
  open.unmount();
  await Promise.resolve();
  expect(page.getAttribute("aria-hidden")).toBeNull();
});
