import { expect, test } from "vitest";
import { makeDocument } from "../../../../lab/gate/document/make-document.ts";
import { chooseDocuments } from "../../../../lab/gate/document/random-documents.ts";
import { rowNames, rowsOf } from "../../../../lab/gate/document/rows.ts";
import { writeDocument } from "../../../../lab/gate/document/write-document.ts";

const count = 1000;

test("the same seed makes the same documents", () => {
  const write = () => {
    let ids = 0;
    const newId = () => {
      ids += 1;
      return `id-${ids}`;
    };
    return chooseDocuments(4, 20).map(({ plan }) =>
      writeDocument(makeDocument(plan, "Gate-1", newId), plan),
    );
  };
  expect(write()).toEqual(write());
  expect(chooseDocuments(5, 20)).not.toEqual(chooseDocuments(4, 20));
});

test("a complete run has documents with every source of access", () => {
  const covered = chooseDocuments(4, count).flatMap(({ plan }) => rowsOf(plan));
  const rare = rowNames.filter((name) => covered.filter((it) => it === name).length < 5);
  expect(rare).toEqual([]);
});
