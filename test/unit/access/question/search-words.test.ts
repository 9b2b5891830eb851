import { expect, test } from "vitest";
import {
  searchWords,
  singularOf,
  tellingWords,
} from "../../../../src/access/question/search-words.ts";

test.each([
  ["Reset a USER", ["reset", "a", "user"]],
  ["  /users//{id}/-_. ", ["users", "id"]],
  ["Größe élan", ["große", "elan"]],
  ["testSMTPConnection2", ["test", "smtp", "connection2"]],
  ["getIDs", ["get", "ids"]],
  ["user's users’s", ["user", "users"]],
  ["o'sullivan's", ["o", "sullivan"]],
  ["ﬁle №7", ["file", "no7"]],
  ["用户 42", ["用户", "42"]],
  ["_.%", []],
])("the words of %j are %j", (text, words) => {
  expect(searchWords(text)).toEqual(words);
});

test("filler words count only if there are no others, and each word counts once", () => {
  expect(tellingWords(["how", "do", "i", "reset", "the", "reset"])).toEqual(["reset"]);
  expect(tellingWords(["what", "is", "what"])).toEqual(["what", "is"]);
  expect(tellingWords([])).toEqual([]);
});

test.each([
  ["users", "user"],
  ["policies", "policy"],
  ["keys", "key"],
  ["ties", "ty"],
  ["access", "access"],
  ["bus", "bus"],
  ["ids", "ids"],
  ["user", "user"],
  ["sessions2", "sessions2"],
])("%s is the plural of %s, as far as searching goes", (word, singular) => {
  expect(singularOf(word)).toBe(singular);
});

test("Japanese and Chinese fall into their words, and stay what they are when looked at again", () => {
  expect(searchWords("ユーザーのパスワードをリセット")).toEqual([
    ...["ユーザー", "の", "パスワード", "を", "リセット"],
  ]);
  expect(searchWords("ユーザー")).toEqual(["ユーザー"]);
  expect(searchWords("重置用户的密码")).toContain("密码");
  expect(tellingWords(searchWords("ユーザーの作成"))).toEqual(["ユーザー", "作成"]);
});
