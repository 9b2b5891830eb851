// @vitest-environment happy-dom
/** Whose a client is, and when its access is reviewed: in the header of the tab, and in the dialog. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { answering } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { openDialog, openTab } from "../open-tab.tsx";

const textIn = (testId: string) => screen.getByTestId<HTMLInputElement>(testId).value;

async function type(testId: string, value: string): Promise<void> {
  fireEvent.change(await screen.findByTestId(testId), { target: { value } });
}

test("the header says that a client has no owner, and leads to where one is named", async () => {
  const tab = openTab();
  expect((await screen.findByTestId("clientOwner")).textContent).toContain(textOf("owner.none"));
  await tab.user.click(screen.getByTestId("editOwner"));
  await type("ownerOwner", " Team Billing ");
  await type("ownerPurpose", "Invoices");
  await tab.user.click(screen.getByTestId("saveOwner"));
  await waitFor(() => expect(screen.queryByTestId("ownerDialog")).toBe(null));
  expect(tab.client().settings.attributes).toEqual({
    owner: "Team Billing",
    purpose: "Invoices",
  });
  await waitFor(() =>
    expect(screen.getByTestId("clientOwner").textContent).toContain(
      textOf("owner.is", { owner: "Team Billing" }),
    ),
  );
  expect(screen.getByTestId("clientOwner").textContent).toContain(
    textOf("owner.for", { purpose: "Invoices" }),
  );
});

test.each([
  ["2020-01-31", "overdue", "Jan 31, 2020"],
  ["2020-01-99\u202e", "notADate", "2020-01-99\\u202e"],
] as const)("the header marks a review date of %j as %s", async (date, state, shown) => {
  openTab({ client: { attributes: { "review-date": date } } });
  const label = await screen.findByTestId("reviewState");
  expect(label.dataset["state"]).toBe(state);
  expect(label.textContent).toContain(textOf(`owner.review.${state}`, { date: shown }));
});

test("a review that is planned is told without a mark", async () => {
  openTab({ client: { attributes: { "review-date": "2999-01-31" } } });
  const line = await screen.findByTestId("clientOwner");
  expect(line.textContent).toContain(textOf("owner.next", { date: "Jan 31, 2999" }));
  expect(screen.queryByTestId("reviewState")).toBe(null);
});

test("a review names who reviewed and when, and sets the next date; what isn't changed stays", async () => {
  const attributes = { owner: "Team Billing", "review-date": "2020-01-31", other: "kept" };
  const dialog = openDialog("owner", { client: { attributes } });
  await dialog.user.click(await screen.findByTestId("ownerReviewed"));
  const next = textIn("ownerReviewDate");
  expect(next > new Date().toISOString()).toBe(true);
  // Someone else names another owner meanwhile.
  dialog.realm.changeClient(dialog.clientUuid, {
    attributes: { ...attributes, owner: "Team Shipping" },
  });
  await dialog.user.click(screen.getByTestId("saveOwner"));
  await waitFor(() => expect(screen.queryByTestId("ownerDialog")).toBe(null));
  expect(dialog.client().settings.attributes).toEqual({
    ...{ other: "kept", owner: "Team Shipping", "review-date": next },
    "reviewed-by": "holder of anna",
    "reviewed-at": expect.stringMatching(/^20\d\d-\d\d-\d\dT/),
  });
});

test("a review leaves a date that is planned", async () => {
  const dialog = openDialog("owner", { client: { attributes: { "review-date": "2999-01-31" } } });
  await dialog.user.click(await screen.findByTestId("ownerReviewed"));
  expect(textIn("ownerReviewDate")).toBe("2999-01-31");
  await dialog.user.click(screen.getByTestId("ownerReviewed"));
  expect(textIn("ownerReviewDate")).toBe("2999-01-31");
});

test("what is no date stays until another is chosen, and the last review is told", async () => {
  const attributes = {
    ...{ "review-date": "soon\u0000", "reviewed-by": "anna", "reviewed-at": "yesterday" },
  };
  const dialog = openDialog("owner", { client: { attributes } });
  expect((await screen.findByTestId("notADate")).textContent).toBe(
    textOf("owner.notADate", { date: "soon\\u0000" }),
  );
  expect(screen.getByTestId("lastReview").textContent).toBe(
    textOf("owner.lastReview", { name: "anna", time: "yesterday" }),
  );
  await type("ownerOwner", "Team Billing");
  await dialog.user.click(screen.getByTestId("saveOwner"));
  await waitFor(() => expect(screen.queryByTestId("ownerDialog")).toBe(null));
  expect(dialog.client().settings.attributes).toEqual({ ...attributes, owner: "Team Billing" });
});

test("the time of the last review is told as the person's language writes it", async () => {
  const attributes = { "reviewed-by": "anna", "reviewed-at": "2026-01-31T12:00:00.000Z" };
  openDialog("owner", { client: { attributes } });
  expect((await screen.findByTestId("lastReview")).textContent).toMatch(/anna: Jan 31, 2026/);
});

test("where it can't be saved, that is said, and what was typed stays", async () => {
  const dialog = openDialog("owner");
  await type("ownerOwner", "Team Billing");
  dialog.faults.push({ request: /^PUT \/clients\//, fault: answering(403) });
  await dialog.user.click(screen.getByTestId("saveOwner"));
  await screen.findByText(textOf("problem.forbidden"));
  expect(textIn("ownerOwner")).toBe("Team Billing");
});

test("who may not change the client is told so", async () => {
  openDialog("owner", {
    token: "bert",
    arrange: ({ realm }) =>
      realm.makeAdministrator({ token: "bert", adminRoles: ["view-clients", "view-users"] }),
  });
  await screen.findByText(textOf("managed.needs"));
  expect(screen.getByTestId<HTMLButtonElement>("saveOwner").disabled).toBe(true);
});
