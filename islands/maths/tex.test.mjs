import assert from "node:assert/strict";
import { test } from "node:test";
import { texOf } from "./tex.ts";

test("delimiters are stripped once, of either kind", () => {
  assert.equal(texOf("\\(x^2\\)"), "x^2");
  assert.equal(texOf("\\[\n \\sum_i x_i \n\\]"), "\\sum_i x_i");
  assert.equal(texOf("$$a$$"), "a");
  assert.equal(texOf("$a$"), "a");
});

test("bare TeX stays as it is", () => {
  assert.equal(texOf(" \\frac{a}{b} "), "\\frac{a}{b}");
  assert.equal(texOf("\\left(x\\right)"), "\\left(x\\right)");
});
