// @vitest-environment happy-dom
import { act, renderHook, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { type Load, useAsync } from "../../../../src/panel/context/use-async.ts";
import { makePromise } from "../make-promise.ts";

/** Something that answers when the test says so, each time it is asked. */
function makeSource() {
  const asked: (ReturnType<typeof makePromise<string>> & { signal: AbortSignal })[] = [];
  const load: Load<string> = (signal) => {
    const made = { ...makePromise<string>(), signal };
    asked.push(made);
    return made.promise;
  };
  const at = (place: number) => {
    const found = asked[place];
    if (found === undefined) throw new Error(`It was not asked ${place + 1} times.`);
    return found;
  };
  return { load, asked, at };
}

const show = (first: Load<string> | undefined) =>
  renderHook((load: Load<string> | undefined) => useAsync(load), { initialProps: first });

test("what is loaded is shown once it is there", async () => {
  const { load, at } = makeSource();
  const { result } = show(load);
  expect(result.current).toMatchObject({ state: { kind: "loading" }, value: undefined });
  await act(async () => at(0).resolve("a"));
  expect(result.current).toMatchObject({ state: { kind: "done", value: "a" }, value: "a" });
});

test("a failure is shown, and a reload asks once more", async () => {
  const { load, asked, at } = makeSource();
  const { result } = show(load);
  await act(async () => at(0).reject("no"));
  expect(result.current.state).toEqual({ kind: "failed", thrown: "no" });
  act(() => result.current.reload());
  expect(result.current.state.kind).toBe("loading");
  await act(async () => at(1).resolve("a"));
  expect(result.current.value).toBe("a");
  expect(asked).toHaveLength(2);
});

test("while it is reloaded, what was loaded before is still known", async () => {
  const { load, at } = makeSource();
  const { result } = show(load);
  await act(async () => at(0).resolve("a"));
  act(() => result.current.reload());
  expect(result.current.state).toEqual({ kind: "loading", previous: "a" });
  expect(result.current.value).toBe(undefined);
});

test("an answer to an older question is dropped, whenever it comes", async () => {
  const [first, second] = [makeSource(), makeSource()];
  const { result, rerender } = show(first.load);
  rerender(second.load);
  expect(first.at(0).signal.aborted).toBe(true);
  await act(async () => first.at(0).resolve("old"));
  expect(result.current.state.kind).toBe("loading");
  await act(async () => second.at(0).resolve("new"));
  expect(result.current.value).toBe("new");
});

test("a failure of an older question is dropped too", async () => {
  const { load, at } = makeSource();
  const { result } = show(load);
  act(() => result.current.reload());
  await act(async () => at(0).reject("old"));
  expect(result.current.state.kind).toBe("loading");
});

test("from the moment that something else is asked for, the former answer is not shown as this one's", async () => {
  const [first, second] = [makeSource(), makeSource()];
  const seen: (string | undefined)[] = [];
  const { rerender } = renderHook(
    ({ load }) => {
      const { value } = useAsync(load);
      seen.push(value);
    },
    { initialProps: { load: first.load } },
  );
  await act(async () => first.at(0).resolve("a"));
  expect(seen.at(-1)).toBe("a");
  const before = seen.length;
  rerender({ load: second.load });
  expect(new Set(seen.slice(before))).toEqual(new Set([undefined]));
});

test("nothing is asked until it is wanted, and what runs ends when it no longer is", async () => {
  const { load, asked, at } = makeSource();
  const { result, rerender } = show(undefined);
  expect(result.current.state).toEqual({ kind: "idle" });
  rerender(load);
  expect(result.current.state.kind).toBe("loading");
  rerender(undefined);
  expect(result.current.state).toEqual({ kind: "idle" });
  expect(asked).toHaveLength(1);
  expect(at(0).signal.aborted).toBe(true);
});

test("what runs is ended with the component", () => {
  const { load, at } = makeSource();
  const { unmount } = show(load);
  expect(at(0).signal.aborted).toBe(false);
  unmount();
  expect(at(0).signal.aborted).toBe(true);
});

test("a newer value is not overwritten by what was asked before it", async () => {
  const { load, at } = makeSource();
  const { result } = show(load);
  act(() => result.current.replace("newer"));
  expect(result.current.value).toBe("newer");
  await act(async () => at(0).resolve("older"));
  expect(result.current.value).toBe("newer");
});

test("what was loaded can be amended, and only that", async () => {
  const { load, at } = makeSource();
  const { result, rerender } = show(load);
  const shout = () => act(() => result.current.update((value) => `${value}!`));
  shout();
  expect(result.current.state.kind).toBe("loading");
  await act(async () => at(0).resolve("a"));
  shout();
  shout();
  expect(result.current.value).toBe("a!!");
  rerender(makeSource().load);
  shout();
  expect(result.current.state).toEqual({ kind: "loading", previous: "a!!" });
});

test("what a person asks for is asked each time they do", async () => {
  const { load, asked } = makeSource();
  const { rerender } = show(undefined);
  rerender((signal) => load(signal));
  rerender((signal) => load(signal));
  await waitFor(() => expect(asked).toHaveLength(2));
});
