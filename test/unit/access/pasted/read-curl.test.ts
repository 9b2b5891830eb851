import { expect, test } from "vitest";
import { readCurl } from "../../../../src/access/pasted/read-curl.ts";

/** The method and the addresses of a command whose words hold no spaces. */
function asked(command: string): string {
  const { method, addresses } = readCurl(command.split(" "));
  return [method, ...addresses].join(" ");
}

test.each([
  ["/users", "GET /users"],
  ["-d a=b /users", "POST /users"],
  ["-F a=@b /users", "POST /users"],
  ["--json {} /users", "POST /users"],
  ["--data=a /users", "POST /users"],
  ["--form-string a=b /users", "POST /users"],
  ["-T file /users/1", "PUT /users/1"],
  ["-I /users", "HEAD /users"],
])("curl %s asks %s, as curl chooses the method", (command, request) => {
  expect(asked(command)).toBe(request);
});

test("of several options that choose the method the one counts that curl lets count", () => {
  expect(asked("-d a=b -I /users")).toBe("HEAD /users");
  expect(asked("-d a=b -G /users")).toBe("GET /users");
  expect(asked("-d a=b -T file /users/1")).toBe("PUT /users/1");
  expect(asked("-d a=b -X PATCH /users/1")).toBe("PATCH /users/1");
});

test("a method is read in each notation, and also without its option", () => {
  for (const method of ["-X PUT", "-XPUT", "-sSXPUT", "--request PUT", "--request=put"]) {
    expect(asked(`${method} /users/1`)).toBe("PUT /users/1");
  }
  expect(asked("DELETE /users/1")).toBe("DELETE /users/1");
  expect(asked("-X PUT POST /users")).toBe("PUT /users");
});

test("an invalid method leaves the choice to curl", () => {
  for (const method of ["$METHOD", "DEL…", "…ETE", "{{method}}"]) {
    expect(asked(`-X ${method} -d a=b /users`)).toBe("POST /users");
  }
  expect(asked("/users -X")).toBe("GET /users");
});

test("values of options aren't read as addresses or options", () => {
  expect(asked("-o /tmp/out -u a/b --output /tmp/out --retry 3 /users")).toBe("GET /users");
  expect(asked("-H /a/b -H --request=PUT -d--request=DELETE /users")).toBe("POST /users");
  expect(asked("-so/tmp/out /users")).toBe("GET /users");
  expect(asked("-d")).toBe("POST");
});

test("options without a value leave the next word alone", () => {
  expect(asked("-s -v --compressed --location /users")).toBe("GET /users");
  expect(asked("- -- /users")).toBe("GET /users");
});

test("addresses are all words with a slash, and what --url names", () => {
  expect(asked("https://h/users --url localhost /groups here")).toBe(
    "GET https://h/users localhost /groups",
  );
  expect(asked("/roles/DELETE")).toBe("GET /roles/DELETE");
  expect(asked("PUT.example.org/users")).toBe("GET PUT.example.org/users");
});
