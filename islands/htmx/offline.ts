/** Says on the page that the server does not answer, until it answers again. */
export function watchConnection(page: Document): void {
  const show = (gone: boolean): void => {
    for (const notice of page.querySelectorAll<HTMLElement>("[data-offline]")) notice.hidden = !gone;
  };
  page.addEventListener("htmx:sendError", () => show(true));
  page.addEventListener("htmx:timeout", () => show(true));
  page.addEventListener("htmx:afterOnLoad", () => show(false));
}
