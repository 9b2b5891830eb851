import fc from "fast-check";
import { expect, test } from "vitest";
import { pageSize, readPages, readPagesAtOnce } from "../../../../src/keycloak/api/read-pages.ts";

/** Reads a list of so many items, and notes which pages were asked for and what was handed on. */
async function readListOf(count: number, most?: number) {
  const list = Array.from({ length: count }, (_, place) => place);
  const asked: number[] = [];
  const taken: (readonly number[])[] = [];
  const isWhole = await readPages<number>(
    async ({ first, max }) => {
      // A page is asked for only after the one before was handed on.
      expect(taken).toHaveLength(asked.length);
      asked.push(first);
      expect(max).toBe(pageSize);
      return list.slice(first, first + max);
    },
    (items) => {
      taken.push(items);
    },
    most,
  );
  return { isWhole, asked, taken, list };
}

test("pages are read until one is short, which an empty one is too", async () => {
  expect((await readListOf(0)).asked).toEqual([0]);
  expect((await readListOf(pageSize - 1)).asked).toEqual([0]);
  expect((await readListOf(pageSize)).asked).toEqual([0, pageSize]);
  expect((await readListOf(2 * pageSize + 1)).asked).toEqual([0, pageSize, 2 * pageSize]);
});

test("no more pages than allowed are read, and the result says that there may be more", async () => {
  const { isWhole, asked, taken } = await readListOf(5 * pageSize, 2);
  expect(isWhole).toBe(false);
  expect(asked).toEqual([0, pageSize]);
  expect(taken.flat()).toHaveLength(2 * pageSize);
  // The last page that is allowed is short: nothing is left.
  expect((await readListOf(2 * pageSize - 1, 2)).isWhole).toBe(true);
});

test("if no page is allowed, none is read", async () => {
  expect(await readListOf(1, 0)).toMatchObject({ isWhole: false, asked: [] });
});

test("each item is handed on once, in its order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(5 * pageSize), async (count) => {
      const { isWhole, taken, list } = await readListOf(count);
      expect(taken.flat()).toEqual(list);
      expect(isWhole).toBe(true);
    }),
  );
});

test("a page that can't be read ends the reading, and what came before stays handed on", async () => {
  const taken: number[] = [];
  const reading = readPages(
    async ({ first }) => {
      if (first > 0) throw new Error("gone");
      return Array.from({ length: pageSize }, () => 1);
    },
    (items) => taken.push(...items),
  );
  await expect(reading).rejects.toThrow("gone");
  expect(taken).toHaveLength(pageSize);
});

test("a server that gives the whole list for a page is not asked for ever", async () => {
  const all = Array.from({ length: 3 * pageSize }, (_, place) => place);
  let asked = 0;
  const isWhole = await readPages<number>(
    async () => {
      asked += 1;
      return all;
    },
    () => undefined,
  );
  expect({ isWhole, asked }).toEqual({ isWhole: true, asked: 1 });
});

/** Reads a list of so many items, several pages at once, each answered as late as it says. */
async function readAtOnce(count: number, delayOf: (first: number) => number = () => 0) {
  const list = Array.from({ length: count }, (_, place) => place);
  const asked: number[] = [];
  const taken: number[] = [];
  let [open, most] = [0, 0];
  await readPagesAtOnce<number>(
    async ({ first, max }) => {
      asked.push(first);
      open += 1;
      most = Math.max(most, open);
      for (let turn = 0; turn < delayOf(first); turn += 1) await Promise.resolve();
      open -= 1;
      return list.slice(first, first + max);
    },
    (items) => taken.push(...items),
  );
  return { asked, taken, list, most };
}

test("of a long list three pages are read at once, and of one page no other is asked for", async () => {
  expect((await readAtOnce(pageSize - 1)).asked).toEqual([0]);
  const { asked, most } = await readAtOnce(10 * pageSize, () => 5);
  expect(most).toBe(3);
  // Two behind the short page that ends the list, at most.
  expect(asked.length).toBeLessThanOrEqual(13);
});

test("each item is handed on once, whichever page is answered first", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(8 * pageSize), fc.func(fc.nat(5)), async (count, delayOf) => {
      const { taken, list } = await readAtOnce(count, delayOf);
      expect(taken.sort((a, b) => a - b)).toEqual(list);
    }),
  );
});

test("one of several pages that can't be read ends the reading, and no more are asked for", async () => {
  const asked: number[] = [];
  const reading = readPagesAtOnce(
    async ({ first }) => {
      asked.push(first);
      if (first === 2 * pageSize) throw new Error("gone");
      return Array.from({ length: pageSize }, () => 1);
    },
    () => undefined,
  );
  await expect(reading).rejects.toThrow("gone");
  const before = asked.length;
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(asked).toHaveLength(before);
});

test("a server that gives the whole list for a page is asked once, not for more pages", async () => {
  let asked = 0;
  await readPagesAtOnce<number>(
    async () => {
      asked += 1;
      return Array.from({ length: 3 * pageSize }, (_, place) => place);
    },
    () => undefined,
  );
  expect(asked).toBe(1);
});
