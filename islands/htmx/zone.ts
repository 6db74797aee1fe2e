/** Tells the server where one is: a study day begins at four in the morning there. */
const YEAR = 365 * 24 * 60 * 60;

/** `zone=Europe/Berlin; ...`; null: the browser does not know, or calls it what no zone is called. */
export function cookieOf(zone: string | undefined, secure: boolean): string | null {
  if (zone === undefined || !/^[A-Za-z0-9_+\-/]{1,64}$/.test(zone)) return null;
  return `zone=${zone}; Path=/; Max-Age=${YEAR}; SameSite=Strict${secure ? "; Secure" : ""}`;
}

export function tellZone(): void {
  const cookie = cookieOf(Intl.DateTimeFormat().resolvedOptions().timeZone, location.protocol === "https:");
  if (cookie !== null) document.cookie = cookie;
}
