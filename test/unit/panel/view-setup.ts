import { cleanup, configure, screen, waitFor } from "@testing-library/react";
import { type UserEvent, userEvent } from "@testing-library/user-event";
import { afterEach, expect, vi } from "vitest";

configure({
  // A busy machine takes its time to draw, and the first test to open a dialog waits for its script too.
  asyncUtilTimeout: 20_000,
  // The whole page would be written out otherwise.
  getElementError: (message) => new Error(message ?? "An element is missing."),
});

// PatternFly's popper asks elements what they are by their text, and happy-dom writes out all that they
// hold for it: that took a third of the time of all tests.
Object.defineProperty(Element.prototype, "toString", { value: () => "[object HTMLElement]" });
// Nor are there any style sheets, so that every style is as empty as this one.
const { style } = document.createElement("div");
Object.defineProperty(window, "getComputedStyle", { value: () => style });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Somebody who clicks and types without a pause. */
export function makeUser(): UserEvent {
  // Without it each click asks for the computed style of all that is around.
  return userEvent.setup({ delay: null, pointerEventsCheck: 0 });
}

/** Chooses an item of an open menu, whose test id stands on what is around it. */
export async function choose(user: UserEvent, testId: string): Promise<void> {
  const item = await screen.findByTestId(testId);
  await user.click(item.querySelector("button, a") ?? item);
}

/** Chooses options of an open menu of several, by their text. */
export async function tick(user: UserEvent, ...options: readonly string[]): Promise<void> {
  for (const option of options) {
    await user.click(await screen.findByText(option, { selector: "label *" }));
  }
}

/**
 * The field or button that has this name or this label. Testing Library looks at every element for that, which
 * takes longer than all that a test does besides.
 *
 * @throws Error where there is none
 */
export function labelled<Control extends HTMLElement>(name: string): Control {
  const named = `[aria-label=${JSON.stringify(name)}]`;
  const label = [...document.querySelectorAll("label")].find((it) => it.textContent === name);
  const found =
    document.querySelector<Control>(`input${named}, button${named}`) ??
    document.querySelector<Control>(`[id=${JSON.stringify(label?.htmlFor ?? "")}]`);
  if (found === null) throw new Error(`Nothing is called ${JSON.stringify(name)}.`);
  return found;
}

/** Confirms what a dialog is about, once it has read all that it needs to know. */
export async function confirmChange(user: UserEvent): Promise<void> {
  const button = await screen.findByTestId("confirmChange");
  await waitFor(() => expect(button.getAttribute("aria-disabled")).toBe("false"));
  await user.click(button);
}
