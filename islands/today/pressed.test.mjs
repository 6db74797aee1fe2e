import assert from "node:assert/strict";
import { test } from "node:test";
import { meant } from "./pressed.ts";

const nowhere = { closest: () => null };
const within = (name) => ({ closest: (selector) => (selector.split(", ").includes(name) ? {} : null) });
const press = (key, target = nowhere, more = {}) => meant({ key, target, ...more });

test("a key on the page itself is meant", () => {
  assert.equal(press("Enter"), "Enter");
  assert.equal(press("2"), "2");
});

test("what is typed into a field stays there", () => {
  assert.equal(press("2", within("textarea")), null);
  assert.equal(press("1", within("input:not([type=checkbox])")), null);
});

test("Enter on a link or a button is theirs, a digit there is not", () => {
  assert.equal(press("Enter", within("a")), null);
  assert.equal(press("Enter", within("button")), null);
  assert.equal(press("3", within("button")), "3");
});

test("shortcuts of the browser and keys held down are left alone", () => {
  for (const held of ["ctrlKey", "metaKey", "altKey", "repeat", "isComposing", "defaultPrevented"]) {
    assert.equal(press("1", nowhere, { [held]: true }), null);
  }
});
