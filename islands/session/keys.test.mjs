import assert from "node:assert/strict";
import { test } from "node:test";
import { named, where } from "./keys.ts";

const press = (key, more = {}) => ({
  key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, isComposing: false, ...more,
});

test("a key has the name that its button shows", () => {
  assert.deepEqual([" ", "Enter", "3", "U", "?"].map((key) => named(press(key), "page")), [
    "Space", "Enter", "3", "u", "?",
  ]);
});

test("keys do nothing while one types", () => {
  for (const key of ["3", "u", " ", "Enter"]) assert.equal(named(press(key), "text"), null);
});

test("space and enter belong to what has the focus, digits do not", () => {
  assert.equal(named(press(" "), "control"), null);
  assert.equal(named(press("Enter"), "control"), null);
  assert.equal(named(press("3"), "control"), "3");
});

test("the browser keeps its own shortcuts, and a key held down counts once", () => {
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }, { isComposing: true }]) {
    assert.equal(named(press("s", more), "page"), null);
  }
});

test("fields are typed into, boxes and buttons are pressed", () => {
  assert.equal(where("textarea", "", false), "text");
  assert.equal(where("input", "search", false), "text");
  assert.equal(where("input", "checkbox", false), "control");
  assert.equal(where("div", "", true), "text");
  assert.equal(where("button", "", false), "control");
  assert.equal(where("summary", "", false), "control");
  assert.equal(where("h2", "", false), "page");
});
