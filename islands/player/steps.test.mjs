import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, moved } from "./steps.ts";

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test("no move leaves the frames", () => {
  assert.equal(moved(0, 3, "back"), 0);
  assert.equal(moved(2, 3, "next"), 2);
  assert.equal(moved(0, 0, "last"), 0);
});

test("a move is one frame, or all of them", () => {
  assert.equal(moved(1, 3, "next"), 2);
  assert.equal(moved(1, 3, "back"), 0);
  assert.equal(moved(1, 3, "first"), 0);
  assert.equal(moved(1, 3, "last"), 2);
});

test("arrows, Home, End and Space are the player's, and only without Control and its like", () => {
  assert.equal(asked({ ...plain, key: "ArrowRight" }), "next");
  assert.equal(asked({ ...plain, key: " " }), "play");
  assert.equal(asked({ ...plain, key: "ArrowRight", altKey: true }), null);
  assert.equal(asked({ ...plain, key: "Tab" }), null);
});
