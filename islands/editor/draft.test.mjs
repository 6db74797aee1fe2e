import assert from "node:assert/strict";
import { test } from "node:test";
import { Drafts, choose } from "./draft.ts";

const server = { text: "server", at: 100 };

function shelf() {
  const kept = new Map();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

test("the newer of the two is shown and the other is kept", () => {
  const local = { text: "local", at: 101 };
  assert.deepEqual(choose(server, local), { shown: local, other: server });
  const older = { text: "local", at: 99 };
  assert.deepEqual(choose(server, older), { shown: server, other: older });
});

test("the same text on both sides is no choice", () => {
  assert.deepEqual(choose(server, { text: "server", at: 999 }), { shown: server, other: null });
  assert.deepEqual(choose(server, null), { shown: server, other: null });
});

test("a copy comes back from the shelf under its own key", () => {
  const kept = shelf();
  new Drafts(kept, "a").keep(server);
  assert.deepEqual(new Drafts(kept, "a").current(), server);
  assert.equal(new Drafts(kept, "b").current(), null);
  assert.equal(new Drafts(kept, "a").other(), null);
});

test("the other copy stays until it is dropped", () => {
  const drafts = new Drafts(shelf(), "a");
  drafts.keepOther(server);
  drafts.keep({ text: "new", at: 200 });
  assert.deepEqual(drafts.other(), server);
  drafts.dropOther();
  assert.equal(drafts.other(), null);
});

test("what was taken elsewhere is dropped, both copies of it", () => {
  const drafts = new Drafts(shelf(), "a");
  drafts.keep(server);
  drafts.keepOther(server);
  drafts.drop();
  assert.deepEqual([drafts.current(), drafts.other()], [null, null]);
});

test("a shelf that refuses, or holds nonsense, is an empty one", () => {
  const refusing = {
    getItem() { throw new Error("forbidden"); },
    setItem() { throw new Error("full"); },
    removeItem() { throw new Error("forbidden"); },
  };
  const drafts = new Drafts(refusing, "a");
  drafts.keep(server);
  drafts.dropOther();
  assert.equal(drafts.current(), null);
  const kept = shelf();
  kept.setItem("warmstart.draft.a", "{not json");
  assert.equal(new Drafts(kept, "a").current(), null);
  kept.setItem("warmstart.draft.a", '{"text": 3}');
  assert.equal(new Drafts(kept, "a").current(), null);
});
