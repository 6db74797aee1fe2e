import assert from "node:assert/strict";
import { test } from "node:test";
import { shortcut } from "./shortcuts.ts";

const key = (name, held = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...held });

test("Control or Command with Enter submits, with a quote runs", () => {
  assert.equal(shortcut(key("Enter", { ctrlKey: true })), "[data-submit]");
  assert.equal(shortcut(key("Enter", { metaKey: true })), "[data-submit]");
  assert.equal(shortcut(key("'", { ctrlKey: true })), "[data-run]");
});

test("plain keys, and AltGr, are typing", () => {
  assert.equal(shortcut(key("Enter")), null);
  assert.equal(shortcut(key("'")), null);
  assert.equal(shortcut(key("Enter", { ctrlKey: true, altKey: true })), null);
  assert.equal(shortcut(key("a", { ctrlKey: true })), null);
});
