import assert from "node:assert/strict";
import { test } from "node:test";
import { appended } from "./dictation.ts";

test("what was heard is added after one space", () => {
  assert.equal(appended("", " the variance "), "the variance");
  assert.equal(appended("So", " the variance"), "So the variance");
  assert.equal(appended("So\n", "the variance"), "So\nthe variance");
});
