import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";

/** Loads something; the signal is aborted once nobody waits for the answer any more. */
export type Load<Value> = (signal: AbortSignal) => Promise<Value>;

/** How far something that is loaded has come. */
export type AsyncState<Value> =
  /** Nobody asks for it. */
  | { readonly kind: "idle" }
  /** `previous` is what was loaded before, be it by another function. */
  | { readonly kind: "loading"; readonly previous: Value | undefined }
  | { readonly kind: "done"; readonly value: Value }
  | { readonly kind: "failed"; readonly thrown: unknown };

/** Something that is loaded, and what can be done about it. */
export interface Async<Value> {
  readonly state: AsyncState<Value>;
  /** What was loaded; undefined until it is. */
  readonly value: Value | undefined;
  /** Loads it once more, after a failure or where it may be outdated. */
  readonly reload: () => void;
  /** Puts a newer value in place; what is being loaded is dropped, since it may be older. */
  readonly replace: (value: Value) => void;
  /** Changes what was loaded; does nothing where that isn't there. */
  readonly update: (change: (value: Value) => Value) => void;
}

/** One run of a function that loads; a reload is a run of its own. */
interface Task<Value> {
  readonly load: Load<Value> | undefined;
  readonly round: number;
}

interface Answer<Value> {
  readonly of: Task<Value>;
  readonly state: Extract<AsyncState<Value>, { kind: "done" | "failed" }>;
}

/**
 * Loads something while the component is shown. Only the answer to the latest question counts: one
 * that comes after the component is gone, after `load` has become another function or after a reload is
 * dropped, and its signal is aborted.
 *
 * @param load loads it, at once and whenever it is another function, so keep it with `useCallback`;
 *   undefined for nothing. For what a person asks for, put into a state what is asked:
 *   `setAsked(() => () => read(address))`
 */
export function useAsync<Value>(load: Load<Value> | undefined): Async<Value> {
  const [round, reload] = useReducer((count: number) => count + 1, 0);
  const task = useMemo((): Task<Value> => ({ load, round }), [load, round]);
  const [answer, setAnswer] = useState<Answer<Value>>();
  const going = useRef({ task, ended: new AbortController() });

  useEffect(() => {
    const ended = new AbortController();
    going.current = { task, ended };
    const settle = (state: Answer<Value>["state"]) => {
      if (!ended.signal.aborted) setAnswer({ of: task, state });
    };
    task.load?.(ended.signal).then(
      (value) => settle({ kind: "done", value }),
      (thrown: unknown) => settle({ kind: "failed", thrown }),
    );
    return () => ended.abort();
  }, [task]);

  const replace = useCallback((value: Value) => {
    going.current.ended.abort();
    setAnswer({ of: going.current.task, state: { kind: "done", value } });
  }, []);
  const update = useCallback((change: (value: Value) => Value) => {
    const { task: of } = going.current;
    setAnswer((known) =>
      known?.of === of && known.state.kind === "done"
        ? { ...known, state: { kind: "done", value: change(known.state.value) } }
        : known,
    );
  }, []);

  const state = useMemo((): AsyncState<Value> => {
    if (task.load === undefined) return { kind: "idle" };
    if (answer?.of === task) return answer.state;
    const previous = answer?.state.kind === "done" ? answer.state.value : undefined;
    return { kind: "loading", previous };
  }, [task, answer]);
  return {
    state,
    value: state.kind === "done" ? state.value : undefined,
    reload,
    replace,
    update,
  };
}
