import { cleanup, configure, screen } from "@testing-library/react";
import { type UserEvent, userEvent } from "@testing-library/user-event";
import { afterEach, vi } from "vitest";

// A busy machine takes its time to draw, and the first test to open a dialog waits for its script too.
vi.setConfig({ testTimeout: 20_000 });
configure({
  asyncUtilTimeout: 8_000,
  // The whole page would be written out otherwise.
  getElementError: (message) => new Error(message ?? "An element is missing."),
});

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
  const selector = "input[type=checkbox]";
  for (const option of options) {
    await user.click(await screen.findByLabelText(option, { selector }));
  }
}
