/** htmx, as the page's one way to swap parts of itself. */
import htmx from "htmx.org";
import { watchConnection } from "./offline.ts";
import { tellTimes } from "./times.ts";
import { tellZone } from "./zone.ts";

// The pages' content security policy forbids evaluated code and inline styles; htmx must not try.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;

watchConnection(document);
tellTimes(document);
tellZone();
document.addEventListener("htmx:load", () => tellTimes(document));
