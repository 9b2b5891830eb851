import { expect, test } from "vitest";
import { interleavings, Turns } from "../../faults/turns.ts";

test("two administrators can come in every order that keeps each one's own", () => {
  const orders = interleavings(2, 2).map((order) => order.map((who) => who[0]).join(""));
  expect(orders.sort()).toEqual(["ffss", "fsfs", "fssf", "sffs", "sfsf", "ssff"]);
});

test("a participant waits for its turn, and turns of a finished one are skipped", async () => {
  const turns = new Turns(["second", "first", "second", "first"]);
  const passed: string[] = [];
  const pass = async (who: "first" | "second") => {
    await turns.take(who);
    passed.push(who);
    turns.release();
  };
  const first = pass("first");
  await pass("second");
  await first;
  turns.end("second");
  await pass("first");
  await pass("second");
  expect(passed).toEqual(["second", "first", "first", "second"]);
});
