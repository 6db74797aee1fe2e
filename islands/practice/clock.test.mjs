import assert from "node:assert/strict";
import { test } from "node:test";
import { Clock, told } from "./clock.ts";

function shelf() {
  const kept = new Map();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

test("seconds are told as minutes and seconds", () => {
  assert.deepEqual([told(0), told(59), told(187), told(3600)], ["0:00", "0:59", "3:07", "60:00"]);
});

test("a clock goes on where it stood, until it is forgotten", () => {
  const kept = shelf();
  const clock = new Clock(kept, "a");
  clock.tick();
  clock.tick();
  assert.equal(new Clock(kept, "a").seconds, 2);
  assert.equal(new Clock(kept, "b").seconds, 0);
  clock.forget();
  assert.equal(new Clock(kept, "a").seconds, 0);
});

test("a shelf that refuses or holds nonsense stops no clock", () => {
  const refusing = {
    getItem() { throw new Error("forbidden"); },
    setItem() { throw new Error("full"); },
    removeItem() { throw new Error("forbidden"); },
  };
  const clock = new Clock(refusing, "a");
  clock.tick();
  clock.forget();
  assert.equal(clock.seconds, 1);
  const kept = shelf();
  kept.setItem("warmstart.clock.a", "soon");
  assert.equal(new Clock(kept, "a").seconds, 0);
});
