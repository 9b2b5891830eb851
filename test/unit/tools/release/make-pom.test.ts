import { type Element, Window } from "happy-dom";
import { expect, test } from "vitest";
import { makePom } from "../../../../tools/release/make-pom.ts";
import { project, repository } from "./any-release.ts";

const pom = makePom(project, repository);
const xml = new new Window().DOMParser().parseFromString(pom, "application/xml");

/** The text of an element by its path below the root. */
function textAt(path: string): string | undefined {
  const element = path
    .split("/")
    .reduce<Element | undefined>(
      (parent, name) => [...(parent?.children ?? [])].find(({ localName }) => localName === name),
      xml.documentElement,
    );
  return element?.textContent;
}

test.each([
  ["modelVersion", "4.0.0"],
  ["groupId", "io.github.some-owner"],
  ["artifactId", "some-extension"],
  ["version", "2.1.0-rc.1"],
  ["packaging", "jar"],
  ["name", "some-extension"],
  ["description", "Roles & presets for <clients>."],
  ["url", "https://github.com/Some-Owner/some_repo.js"],
  ["licenses/license/name", "Apache-2.0"],
  ["licenses/license/url", "https://www.apache.org/licenses/LICENSE-2.0.txt"],
  ["developers/developer/id", "Some-Owner"],
  ["developers/developer/name", "Some-Owner"],
  ["developers/developer/url", "https://github.com/Some-Owner"],
  ["scm/connection", "scm:git:https://github.com/Some-Owner/some_repo.js.git"],
  ["scm/developerConnection", "scm:git:https://github.com/Some-Owner/some_repo.js.git"],
  ["scm/url", "https://github.com/Some-Owner/some_repo.js"],
  ["scm/tag", "v2.1.0-rc.1"],
])("Maven Central wants %s in the POM: it is there", (path, text) => {
  expect(textAt(path)).toBe(text);
});

test("the POM has no dependencies", () => {
  expect(pom).not.toContain("<dependenc");
});

test("a licence whose text has no known address isn't guessed", () => {
  expect(() => makePom({ ...project, license: "MIT" }, repository)).toThrow("MIT");
});
