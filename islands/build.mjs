// Builds every island into the package: dist/NAME-HASH.{js,css} and manifest.json {NAME: {js, css}}.
// esbuild checks no types; scripts/check does.
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../src/warmstart/web/static/dist");
const islands = ["editor", "htmx", "maths", "player", "practice", "session", "today"];

// Every browser that runs the islands reads woff2; the older formats would double what we ship.
const woff2Only = {
  name: "woff2-only",
  setup(build) {
    build.onLoad({ filter: /katex\.min\.css$/ }, async ({ path }) => {
      const css = await readFile(path, "utf8");
      return { contents: css.replace(/,url\([^)]*\.(woff|ttf)\) format\("\w+"\)/g, ""), loader: "css" };
    });
  },
};

function manifestOf(outputs) {
  const manifest = {};
  for (const [file, { entryPoint, cssBundle }] of Object.entries(outputs)) {
    if (!entryPoint) continue;
    manifest[basename(dirname(entryPoint))] = { js: basename(file), css: cssBundle ? basename(cssBundle) : null };
  }
  return Object.fromEntries(Object.entries(manifest).sort());
}

// The licences of what is bundled travel with it.
async function licencesOf(inputs) {
  const packages = new Set();
  for (const input of Object.keys(inputs)) {
    const found = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) packages.add(found[1]);
  }
  const texts = [...packages].sort().map(async (name) => {
    const folder = join(here, "node_modules", name);
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name}\n\n${file ? await readFile(join(folder, file), "utf8") : "(see its package)"}\n`;
  });
  return (await Promise.all(texts)).join("\n----\n\n");
}

await rm(out, { recursive: true, force: true });
const { metafile } = await esbuild.build({
  absWorkingDir: here,
  entryPoints: islands.map((name) => ({ in: `${name}/index.ts`, out: name })),
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  outdir: out,
  bundle: true,
  minify: true,
  metafile: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  loader: { ".woff2": "file" },
  plugins: [woff2Only],
  logLevel: "warning",
});
await writeFile(join(out, "licences.txt"), await licencesOf(metafile.inputs));
await writeFile(join(out, "manifest.json"), `${JSON.stringify(manifestOf(metafile.outputs), null, 2)}\n`);
