import { expect, test } from "vitest";
import { packPageData } from "../../../../lab/role-matrix/pack-page-data.ts";
import {
  readView,
  type View,
  withRoles,
  writeView,
} from "../../../../lab/role-matrix/page/view.ts";
import { newerMeasurement, olderMeasurement, sampleNames } from "./sample-measurements.ts";

const data = packPageData([olderMeasurement, newerMeasurement], sampleNames);
const opened = readView("", data);

test("opens with everything of the newest version, and a plain address", () => {
  expect(opened).toEqual({
    ...{ version: "26.10", text: "", family: "", roles: [], answer: "", call: "" },
  });
  expect(writeView(opened, data)).toBe("");
});

test("a view can be shared by its address", () => {
  const view: View = {
    version: "26.9",
    text: "curl -X PUT 'https://a.example/x?y=1&z=%20#q'",
    family: "users",
    roles: ["query-users", "view-users"],
    answer: "filtered",
    call: "PUT/users/{}/reset-password",
  };
  expect(readView(`#${writeView(view, data)}`, data)).toEqual(view);
});

test("an address stays readable", () => {
  const view = { ...opened, roles: ["query-users", "view-users"], call: "GET/users" };
  expect(writeView(view, data)).toBe("roles=query-users,view-users&call=GET/users");
});

test("leaves out what the data do not know", () => {
  const hash = "#version=1.0&family=__proto__&roles=a,view-users,manage-organizations&answer=x";
  expect(readView(hash, data)).toEqual({
    ...opened,
    roles: ["manage-organizations", "view-users"],
  });
  expect(readView("#version=26.9&roles=manage-organizations", data).roles).toEqual([]);
});

test("to choose the first role is to ask what it allows", () => {
  const one = withRoles(opened, ["view-users"]);
  expect(one.answer).toBe("allowed");
  expect(withRoles({ ...one, answer: "" }, ["view-users", "query-users"]).answer).toBe("");
  expect(withRoles(one, []).answer).toBe("");
});
