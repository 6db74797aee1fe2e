/** htmx, as the page's one way to swap parts of itself. */
import htmx from "htmx.org";
import { watchConnection } from "./offline.ts";
import { tellTimes } from "./times.ts";

// The pages' content security policy forbids evaluated code and inline styles; htmx must not try.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;

watchConnection(document);
tellTimes(document);
document.addEventListener("htmx:load", () => tellTimes(document));
