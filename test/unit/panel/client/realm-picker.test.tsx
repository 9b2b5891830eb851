// @vitest-environment happy-dom
/** The realm picker: what it finds, and what it asks for that. */
import { render, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import "../../../../src/panel/context/asked-texts.ts";
import { RealmPicker } from "../../../../src/panel/client/RealmPicker.tsx";
import { serveKeycloak } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { labelled, makeUser } from "../view-setup.ts";

const offered = () => screen.getAllByRole("option").map(({ textContent }) => textContent);

test("typing a name asks once, when the typing pauses", async () => {
  const { keycloak, apiOf, sent } = serveKeycloak();
  keycloak.master.makeAdministrator({ token: "root", realmRoles: ["admin"] });
  for (const realm of ["shop", "workshop", "bank"]) {
    keycloak.master.makeClient({ clientId: `${realm}-realm`, protocol: "" });
  }
  const handle = {
    subject: { api: apiOf("root", "master") },
    administeredRealm: "master",
    administer: () => undefined,
  };
  const user = makeUser();
  render(<RealmPicker handle={handle} />);
  await user.click(screen.getByTestId("realmPicker"));
  await waitFor(() => expect(offered()).toEqual(["bank", "shop", "workshop"]));
  expect(sent).toHaveLength(1);
  await user.type(labelled(textOf("realmPicker.search")), "shop ");
  await waitFor(() => expect(offered()).toEqual(["shop", "workshop"]));
  expect(sent).toHaveLength(2);
});
