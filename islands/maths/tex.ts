/** The TeX inside `text`, without the delimiters that make it readable where nothing typesets it. */
export function texOf(text: string): string {
  const trimmed = text.trim();
  const found = /^(?:\\\(([^]*)\\\)|\\\[([^]*)\\\]|\$\$([^]*)\$\$|\$([^]*)\$)$/.exec(trimmed);
  return (found ? (found[1] ?? found[2] ?? found[3] ?? found[4] ?? "") : trimmed).trim();
}
