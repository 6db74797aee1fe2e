/** Times as the reader's own clock shows them. Without scripts the page says them in UTC. */
export function inOwnZone(iso: string, clockOnly: boolean, zone?: string): string | null {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return null;
  const form: Intl.DateTimeFormatOptions = clockOnly ? { timeStyle: "medium" } : { dateStyle: "medium", timeStyle: "medium" };
  // The pages are in English, wherever their reader is; British English counts hours to 24.
  return new Intl.DateTimeFormat("en-GB", zone === undefined ? form : { ...form, timeZone: zone }).format(at);
}

export function tellTimes(page: Document): void {
  for (const time of page.querySelectorAll<HTMLTimeElement>("time[datetime]:not([data-told])")) {
    time.dataset["told"] = "yes";
    const told = inOwnZone(time.dateTime, "clock" in time.dataset);
    if (told === null) continue;
    time.title = time.textContent;
    time.textContent = told;
  }
}
