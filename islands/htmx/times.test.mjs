import assert from "node:assert/strict";
import { test } from "node:test";
import { inOwnZone } from "./times.ts";

test("a time is told in the reader's zone", () => {
  assert.equal(inOwnZone("2026-11-22T16:05:09+00:00", false, "Asia/Kolkata"), "22 Nov 2026, 21:35:09");
  assert.equal(inOwnZone("2026-11-22T16:05:09.123456+00:00", true, "America/New_York"), "11:05:09");
});

test("what is no time stays as it is", () => {
  assert.equal(inOwnZone("soon", false), null);
});
