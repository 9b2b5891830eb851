import { expect, test } from "vitest";
import { readMethodWord } from "../../../../src/access/pasted/method-words.ts";

const read = (word: string, { before = "", isCall = false, isBeforeAddress = false } = {}) =>
  readMethodWord({ word, before, isCall, isBeforeAddress });

test.each([
  "HttpMethod.Delete",
  "HttpMethod.DELETE",
  "http.MethodDelete",
  "Method::DELETE",
  "Net::HTTP::Delete.new",
])("%s names a method wherever it stands", (word) => {
  expect(read(word)).toEqual({ methods: ["DELETE"], isMark: true });
});

test.each([
  "client.delete",
  "$http->delete",
  "Http::delete",
  "http.del",
  "api_delete",
  "requestDelete",
  "HTTPoison.delete!",
  "http.delete<void>",
  "DeleteFromJsonAsync<User>",
  "delete_json",
])("%s names a method where it is called", (word) => {
  expect(read(word, { isCall: true })?.methods).toEqual(["DELETE"]);
  expect(read(word)).toBeUndefined();
});

test.each(["@DELETE", "@Delete", "@DeleteMapping", "HttpDelete", "DELETE"])(
  "%s belongs to the next address",
  (word) => {
    expect(read(word)).toEqual({ methods: ["DELETE"], isMark: false });
  },
);

test.each([
  "method:",
  "-Method",
  "--request",
  "CURLOPT_CUSTOMREQUEST",
  "request.httpMethod",
  "type",
])("behind %s a name in small letters is a method", (before) => {
  expect(read("delete", { before })).toEqual({ methods: ["DELETE"], isMark: true });
});

test("a word in small letters is a method only in front of an address", () => {
  expect(read("get")).toBeUndefined();
  expect(read("get", { isBeforeAddress: true })?.methods).toEqual(["GET"]);
  expect(read("GET/PUT")?.methods).toEqual(["GET", "PUT"]);
});

test.each(["getAll", "client.getAll", "target", "budget", "output"])(
  "%s names no method",
  (word) => {
    expect(read(word, { isCall: true })).toBeUndefined();
  },
);
