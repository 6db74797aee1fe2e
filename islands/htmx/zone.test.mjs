import assert from "node:assert/strict";
import { test } from "node:test";
import { cookieOf } from "./zone.ts";

test("a zone becomes a cookie for the whole site", () => {
  assert.equal(cookieOf("Europe/Berlin", false), "zone=Europe/Berlin; Path=/; Max-Age=31536000; SameSite=Strict");
  assert.match(cookieOf("Etc/GMT+2", true), /; Secure$/);
});

test("what is no zone's name is not told", () => {
  assert.equal(cookieOf(undefined, false), null);
  assert.equal(cookieOf("a; Path=/evil", false), null);
  assert.equal(cookieOf("", false), null);
});
